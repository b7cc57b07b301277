import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Members that wait for a batch are found by their common issue, and carried over for a reason of their own; days that are frozen keep what they have. */
const schema = `
  alter table daily_closure_carried drop constraint daily_closure_carried_reason_check;
  alter table daily_closure_carried add constraint daily_closure_carried_reason_check check (reason in
    ('AWAITING_TRIAGE', 'AWAITING_DISPATCH', 'AWAITING_ACCEPTANCE', 'IN_PROGRESS', 'AWAITING_CALLBACK', 'COMMON_ISSUE', 'AWAITING_BATCH'));

  create index issue_awaiting_member on issue (common_issue_id, registered_at, id)
    where common_issue_id is not null and status in ('REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'REOPENED');
`;

export class WaitingForABatch1700000000029 implements MigrationInterface {
  name = 'WaitingForABatch1700000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
