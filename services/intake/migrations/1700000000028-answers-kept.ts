import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What firms were told on the spot stays when a new round begins. Who told it was not kept until now, other than in the trail. */
const answers = `
  create table issue_answer (
    id uuid primary key,
    issue_id uuid not null references issue,
    first_issue_id uuid references issue,
    round int not null check (round > 0),
    answer text not null check (char_length(answer) between 1 and 4000),
    guidance_id uuid references guidance,
    guidance_version int check (guidance_version > 0),
    answered_by text check (answered_by <> ''),
    answered_at timestamptz(3) not null,
    constraint issue_answer_moved check (first_issue_id <> issue_id),
    constraint issue_answer_guided check ((guidance_id is null) = (guidance_version is null))
  );
  create index issue_answer_of on issue_answer (issue_id, answered_at, id);
  create index issue_answer_first_issue on issue_answer (first_issue_id) where first_issue_id is not null;
  create unique index issue_answer_once on issue_answer ((coalesce(first_issue_id, issue_id)), round);

  with recursive line (id, at_id, merged_into) as (
      select id, id, merged_into from issue where answer is not null
      union all select line.id, issue.id, issue.merged_into from line join issue on issue.id = line.merged_into)
    insert into issue_answer (id, issue_id, first_issue_id, round, answer, guidance_id, guidance_version, answered_at)
    select gen_random_uuid(), line.at_id, nullif(issue.id, line.at_id), issue.round, issue.answer, issue.guidance_id, issue.guidance_version,
      coalesce(issue.solved_at, issue.changed_at)
    from line join issue using (id) where line.merged_into is null;
`;

const notes = `
  alter table issue_move add note text;
  update issue_move set note = issue.status_note from issue
    where issue.status_note is not null and issue_move.id =
      (select max(id) from issue_move as move where move.issue_id = issue.id and move.to_status = issue.status);

  create or replace function book_issue_move() returns trigger language plpgsql as $$
  declare
    open_since date;
  begin
    -- whoever closes the day takes this lock alone: what is under way is counted, what comes after goes to the next day
    perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
    if tg_op = 'INSERT' then
      insert into issue_move (issue_id, moved_at, booked_on, to_status, to_task_force, to_town_code, channel, reason, note)
      values (new.id, new.changed_at, greatest(new.changed_on, (select max(day) + 1 from daily_closure)),
        new.status, new.task_force, new.town_code, new.channel, new.status_reason, new.status_note);
      return null;
    end if;
    select max(booked_on) into open_since from issue_move where issue_id = new.id;
    insert into issue_move (issue_id, moved_at, booked_on, from_status, to_status, from_task_force, to_task_force, from_town_code, to_town_code, channel, reason, note)
    values (new.id, new.changed_at, greatest(new.changed_on, open_since, (select max(day) + 1 from daily_closure)),
      old.status, new.status, old.task_force, new.task_force, old.town_code, new.town_code, new.channel, new.status_reason, new.status_note);
    return null;
  end $$;
`;

/** What of an issue came from those merged into it goes when they are taken out again. */
const taken = `
  alter table issue
    add took_urgency boolean not null default false,
    add took_opt_out boolean not null default false,
    add constraint issue_took check ((not took_urgency or urgency = 'URGENT') and (not took_opt_out or opted_out));
`;

/** Who was overlooked is found by what came of late: the issue, back from a merging too, or its firm. */
const overlooked = `
  create index issue_without_firm_changed on issue (changed_at) where firm_credit_code is null and status <> 'MERGED';
  create index firm_change_newest on firm_change (changed_at);
`;

export class AnswersKept1700000000028 implements MigrationInterface {
  name = 'AnswersKept1700000000028';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [answers, notes, taken, overlooked]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
