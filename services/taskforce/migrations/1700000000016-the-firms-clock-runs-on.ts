import type { MigrationInterface, QueryRunner } from 'typeorm';

const runsOn = `awaits_redispatch or (issue_id is not null and common_issue_id is not null)`;

/** The firm's own clock runs on in a task that nobody has: one that was returned, or whose issue a common issue took in. */
const task = `
  alter table task
    drop constraint task_asleep,
    drop constraint task_pressed,
    drop constraint task_about,
    add constraint task_asleep check (wake_at is null or status not in ('RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED') or ${runsOn}),
    add constraint task_pressed check ((next_due_at is null or status in ('DISPATCHED', 'ACCEPTED') or ${runsOn})
      and (not overdue or status in ('DISPATCHED', 'ACCEPTED', 'SUSPENDED') or awaits_redispatch)),
    add constraint task_about check (case when issue_id is null then common_issue_id is not null and nature = 'COMMON'
      else (common_issue_id is not null) = (cancelled_because is not distinct from 'COMMON_ISSUE') or (status = 'RETURNED' and not awaits_redispatch) end);
`;

/** What is missed while the centre has a returned task is the centre's: the notice is about the task, and no task force's. */
const notice = `
  alter table urging_notice
    drop constraint urging_notice_addressee,
    drop constraint urging_notice_commander,
    add constraint urging_notice_addressee check (num_nonnulls(task_id, centre_clock_id, interview_id) = 1 and (task_id is not null or task_force_code is null)
      and (urged_by is null or task_force_code is not null)),
    add constraint urging_notice_commander check (task_force_code is null or num_nonnulls(commander, commander_name) = 0);
`;

export class TheFirmsClockRunsOn1700000000016 implements MigrationInterface {
  name = 'TheFirmsClockRunsOn1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task + notice);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
