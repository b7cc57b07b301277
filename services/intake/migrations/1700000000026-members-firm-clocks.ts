import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of a member of a common issue the firm's own clock runs on without its task force (FIRM); the release before marked the task force's own clock
 * instead. One that had ended by then, was missed before or went on with another task is that of its task force alone.
 */
const clocks = `
  insert into task_clock (task_id, kind, issue_id, task_force, town_code, channel, due_at, missed, handed_over_at)
    select task_id, 'FIRM', issue_id, task_force, town_code, channel, due_at, missed, handed_over_at from task_clock
    where kind = 'SOLUTION' and of_firm and handed_over_at <= due_at and met_at is null and cancelled_at is null
  on conflict (task_id, kind) do update set handed_over_at = excluded.handed_over_at;

  update task_clock as own set cancelled_at = handed_over_at, handed_over_at = null,
      of_firm = of_firm and not exists (select from task_clock where task_id = own.task_id and kind = 'FIRM')
    where kind = 'SOLUTION' and handed_over_at is not null and cancelled_at is null;
`;

export class MembersFirmClocks1700000000026 implements MigrationInterface {
  name = 'MembersFirmClocks1700000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(clocks);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
