import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LightsByTown1700000000002 implements MigrationInterface {
  name = 'LightsByTown1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index enrolment_by_town on enrolment (town_code)');
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
