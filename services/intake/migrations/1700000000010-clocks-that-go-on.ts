import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks are returned, transferred, suspended and extended, and a round counts once for the firm. */
const clocks = `
  alter table task_clock
    drop constraint task_clock_kind_check,
    add constraint task_clock_kind_check check (kind in ('ACCEPTANCE', 'SOLUTION', 'FIRM')),
    add suspended_at timestamptz(3),
    add of_firm boolean not null default true;
`;

export class ClocksThatGoOn1700000000010 implements MigrationInterface {
  name = 'ClocksThatGoOn1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(clocks);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
