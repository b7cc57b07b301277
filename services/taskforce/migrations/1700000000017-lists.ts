import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task that nothing presses has no deadline to be put in order by while it is open: solved ones kept theirs. */
const task = `
  update task set deadline_at = '9999-12-31T00:00:00Z'
    where status not in ('RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED') and not overdue and next_due_at is null;
`;

export class Lists1700000000017 implements MigrationInterface {
  name = 'Lists1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
