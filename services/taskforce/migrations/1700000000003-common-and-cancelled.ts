import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A task may be that of a common issue; may be cancelled, and its issue dispatched anew in the same round; may be settled by a guidance. */
const task = `
  alter table task
    drop constraint task_issue_id_round_key,
    drop constraint task_issue_number_check,
    drop constraint task_status_check,
    drop constraint task_check3,
    drop constraint task_check6,
    alter issue_id drop not null,
    add common_issue_id uuid,
    add guidance_id uuid,
    add guidance_version int check (guidance_version > 0),
    add batch_id uuid,
    add cancelled_at timestamptz(3),
    add cancelled_because text check (cancelled_because in ('MERGED', 'COMMON_ISSUE', 'WITHDRAWN'));
  alter table task rename issue_number to number;
  alter table task
    add constraint task_status_check check (status in ('DISPATCHED', 'ACCEPTED', 'SOLUTION_PROPOSED', 'CLOSED', 'CANCELLED')),
    add constraint task_number_check check (number ~ case when issue_id is null then '^共[0-9]{8}-[0-9]{4,}$' else '^[0-9]{8}-[0-9]{4,}$' end),
    add constraint task_about check (case when issue_id is null then common_issue_id is not null and nature = 'COMMON'
      else (common_issue_id is not null) = (cancelled_because is not distinct from 'COMMON_ISSUE') end),
    add constraint task_cancelled check ((cancelled_at is null) = (cancelled_because is null) and (cancelled_at is null) = (status <> 'CANCELLED')),
    add constraint task_guided check ((guidance_id is null) = (guidance_version is null) and (batch_id is null or guidance_id is not null)),
    add constraint task_solved check ((proposed_at is null) = (num_nonnulls(solution_text, guidance_id) = 0)
      and num_nonnulls(solution_text, guidance_id) < 2 and (solution_text is null or proposed_by is not null)
      and (proposed_by is null or proposed_at is not null)),
    add constraint task_worked_on check ((status <> 'ACCEPTED' or accepted_at is not null)
      and (status <> 'SOLUTION_PROPOSED' or accepted_at is not null or guidance_id is not null));
  create unique index task_one_of_round on task (issue_id, round) where status <> 'CANCELLED';
  create unique index task_one_of_dispatch on task (issue_id, round, dispatched_at);
  create unique index task_one_of_common_issue on task (common_issue_id) where issue_id is null;
  create index task_open_by_town on task (town_code) where status not in ('CLOSED', 'CANCELLED');
`;

export class CommonAndCancelled1700000000003 implements MigrationInterface {
  name = 'CommonAndCancelled1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
