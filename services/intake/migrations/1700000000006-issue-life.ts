import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  alter table issue
    add task_id uuid,
    add status_note text check (char_length(status_note) between 1 and 2000),
    add unreached boolean not null default false,
    add call_again_at timestamptz(3),
    add constraint issue_unreached check (not unreached or status = 'WRITTEN_OFF'),
    add constraint issue_call_again check (call_again_at is null or callback_due_at is not null);

  -- null where it has always been with its issue; else the issue that brought it into the one it was merged into
  alter table report add first_issue_id uuid references issue, add constraint report_moved check (first_issue_id <> issue_id);
  alter table callback add first_issue_id uuid references issue, add constraint callback_moved check (first_issue_id <> issue_id);
  create index report_first_issue on report (first_issue_id) where first_issue_id is not null;
  create index callback_first_issue on callback (first_issue_id) where first_issue_id is not null;
  create index issue_merged_into on issue (merged_into) where merged_into is not null;
`;

const policy = `
  create table callback_policy (
    only_one boolean primary key default true check (only_one),
    within_minutes int not null check (within_minutes > 0),
    attempts int not null check (attempts > 0),
    attempt_days int not null,
    again_after_minutes int[] not null check (cardinality(again_after_minutes) > 0 and 0 < all (again_after_minutes)),
    constraint callback_policy_days check (attempt_days between 1 and attempts)
  );
  insert into callback_policy (within_minutes, attempts, attempt_days, again_after_minutes) values (1440, 3, 2, '{120, 1440}');
`;

const indexes = `
  create index issue_callback_due on issue (callback_due_at, id) where callback_due_at is not null;
  create index issue_open on issue (registered_at desc, id desc) where status in ('REGISTERED', 'ANSWERED', 'DISPATCHED', 'IN_PROGRESS', 'SOLVED', 'REOPENED');
  create index issue_urgent on issue (registered_at desc, id desc) where urgency = 'URGENT';
  create index issue_review_due on issue (registered_at desc, id desc) where review_due;
  create index issue_by_channel on issue (channel, registered_at desc, id desc);
  create index issue_by_task_force on issue (task_force, registered_at desc, id desc) where task_force is not null;
  create index issue_number_prefix on issue (number text_pattern_ops);
`;

export class IssueLife1700000000006 implements MigrationInterface {
  name = 'IssueLife1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(policy);
    await runner.query(indexes);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
