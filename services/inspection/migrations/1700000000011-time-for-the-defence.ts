import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A firm has a term to state its defence: after it a shutdown order may be signed though it said nothing. */
const schema = `
  alter table process_policy
    add defence_within_hours int not null default 24 constraint process_policy_defence_within_hours_check check (defence_within_hours > 0);
  alter table process_policy alter defence_within_hours drop default;
  alter table shutdown_order add defence_due_at timestamptz(3);
  update shutdown_order set defence_due_at = issued_at + interval '24 hours';
  alter table shutdown_order
    alter defence_due_at set not null,
    drop constraint shutdown_order_check3,
    add constraint shutdown_order_heard check (signed_at is null or defence_at is not null or signed_at > defence_due_at);
`;

export class TimeForTheDefence1700000000011 implements MigrationInterface {
  name = 'TimeForTheDefence1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
