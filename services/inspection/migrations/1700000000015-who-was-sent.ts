import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A visit that a change of the plan took from somebody keeps whom it was taken from, and when. */
const schema = `
  alter table plan_visit add former jsonb not null default '[]' constraint plan_visit_former_check check (jsonb_typeof(former) = 'array');
  alter table plan_visit alter former drop default;
`;

export class WhoWasSent1700000000015 implements MigrationInterface {
  name = 'WhoWasSent1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
