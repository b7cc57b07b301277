import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (values: string) =>
  `(${values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ')})`;
const statuses = oneOf('REGISTERED ANSWERED REJECTED DISPATCHED IN_PROGRESS SOLVED WRITTEN_OFF REOPENED MERGED');
const domains = oneOf(
  'LABOUR LOGISTICS FINANCE SUPPLY_CHAIN EPIDEMIC_PREVENTION TESTING PASSAGE MATERIALS POLICY APPROVAL PROJECT MARKET OTHER',
);

const issue = `
  alter table issue drop constraint issue_status_check;
  alter table issue drop constraint issue_check;
  alter table issue
    add changed_at timestamptz(3),
    add changed_on date,
    add loaded boolean not null default false,
    add task_force text check (task_force ~ '^[A-Z_]+$'),
    add status_reason text,
    add former_status text check (former_status in ${statuses}),
    add merged_into uuid references issue,
    add common_issue_id uuid,
    add guidance_id uuid,
    add guidance_version int check (guidance_version > 0),
    add batch_id uuid,
    add answer text check (char_length(answer) between 1 and 4000),
    add review_due boolean not null default false,
    add opted_out boolean not null default false,
    add callback_due_at timestamptz(3);
  update issue set changed_at = coalesce(written_off_at, solved_at, dispatched_at, registered_at),
    callback_due_at = case when status = 'SOLVED' then solved_at + interval '24 hours' end;
  update issue set changed_on = (changed_at at time zone 'Asia/Shanghai')::date;
  alter table issue
    alter changed_at set not null,
    alter changed_on set not null,
    add constraint issue_status_check check (status in ${statuses}),
    add constraint issue_worked_on check (status not in ('DISPATCHED', 'IN_PROGRESS') or (domain is not null and dispatched_at is not null)),
    add constraint issue_solved check (status <> 'SOLVED' or solved_at is not null),
    add constraint issue_merged check ((status = 'MERGED') = (merged_into is not null) and (status = 'MERGED') = (former_status is not null)),
    add constraint issue_rejected check (status <> 'REJECTED' or status_reason is not null),
    add constraint issue_guided check ((guidance_id is null) = (guidance_version is null) and (batch_id is null or guidance_id is not null)),
    add constraint issue_to_call_back check ((callback_due_at is not null) = (status in ('SOLVED', 'ANSWERED'))),
    add constraint issue_not_into_itself check (merged_into <> id);
`;

/** Every move of an issue, booked on a county day that is not closed yet; written by the database, so that no way around it is left. */
const moves = `
  create table daily_closure (day date primary key);

  create table issue_move (
    id bigint generated always as identity primary key,
    issue_id uuid not null references issue,
    moved_at timestamptz(3) not null,
    booked_on date not null,
    from_status text,
    to_status text not null,
    from_task_force text,
    to_task_force text,
    from_town_code text,
    to_town_code text,
    channel text not null,
    reason text
  );
  create index issue_move_booked on issue_move (booked_on, issue_id, id);
  create index issue_move_of_issue on issue_move (issue_id, id);

  create function book_issue_move() returns trigger language plpgsql as $$
  begin
    -- whoever closes the day takes this lock alone: what is under way is counted, what comes after goes to the next day
    perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
    insert into issue_move (issue_id, moved_at, booked_on, from_status, to_status, from_task_force, to_task_force, from_town_code, to_town_code, channel, reason)
    values (new.id, new.changed_at, greatest(new.changed_on, (select max(day) + 1 from daily_closure)),
      case when tg_op = 'UPDATE' then old.status end, new.status,
      case when tg_op = 'UPDATE' then old.task_force end, new.task_force,
      case when tg_op = 'UPDATE' then old.town_code end, new.town_code, new.channel, new.status_reason);
    return null;
  end $$;
  create trigger issue_registered after insert on issue for each row execute function book_issue_move();
  create trigger issue_moved after update of status, task_force, town_code on issue for each row
    when ((old.status, old.task_force, old.town_code) is distinct from (new.status, new.task_force, new.town_code))
    execute function book_issue_move();
  insert into issue_move (issue_id, moved_at, booked_on, to_status, to_town_code, channel)
    select id, registered_at, (registered_at at time zone 'Asia/Shanghai')::date, 'REGISTERED', town_code, channel from issue order by registered_at;
  insert into issue_move (issue_id, moved_at, booked_on, from_status, to_status, from_town_code, to_town_code, channel)
    select id, changed_at, changed_on, 'REGISTERED', status, town_code, town_code, channel from issue where status <> 'REGISTERED' order by changed_at;
`;

const commonIssues = `
  create table common_issue (
    id uuid primary key,
    version int not null check (version > 0),
    number text not null unique check (number ~ '^共[0-9]{8}-[0-9]{4,}$'),
    state text not null check (state in ('PROPOSED', 'DECLINED', 'CONFIRMED', 'DISPATCHED', 'SETTLED', 'CLOSED')),
    title text not null check (char_length(title) between 1 and 200),
    domain text not null check (domain in ${domains}),
    urgency text not null check (urgency in ('NORMAL', 'URGENT')),
    origin text not null check (origin in ('LIKENESS', 'ANALYST', 'FORESIGHT')),
    evidence text[] not null,
    cause text check (char_length(cause) between 1 and 2000),
    cause_is_own_rule boolean not null,
    task_force text check (task_force ~ '^[A-Z_]+$'),
    guidance_id uuid,
    proposed_at timestamptz(3) not null,
    proposed_by text not null check (proposed_by <> ''),
    confirmed_at timestamptz(3),
    confirmed_by text,
    declined_at timestamptz(3),
    declined_by text,
    declined_because text,
    dispatched_at timestamptz(3),
    settled_at timestamptz(3),
    closed_at timestamptz(3),
    constraint common_issue_declined check ((state = 'DECLINED') = (declined_at is not null)),
    constraint common_issue_confirmed check (state not in ('CONFIRMED', 'DISPATCHED', 'SETTLED', 'CLOSED') or confirmed_at is not null),
    constraint common_issue_settled check (state not in ('SETTLED', 'CLOSED') or settled_at is not null),
    constraint common_issue_closed check ((state = 'CLOSED') = (closed_at is not null))
  );
  create index common_issue_newest on common_issue (proposed_at desc, id desc);
  create index common_issue_by_state on common_issue (state, proposed_at desc, id desc);

  create table common_issue_member (
    common_issue_id uuid not null references common_issue,
    issue_id uuid not null references issue,
    state text not null check (state in ('PROPOSED', 'MEMBER', 'DECLINED', 'OUT')),
    score real check (score between 0 and 1),
    evidence text[] not null,
    added_at timestamptz(3) not null,
    added_by text not null check (added_by <> ''),
    ended_at timestamptz(3),
    primary key (common_issue_id, issue_id),
    constraint common_issue_member_ended check ((ended_at is not null) = (state in ('DECLINED', 'OUT')))
  );
  create index common_issue_member_of on common_issue_member (issue_id);
  create unique index common_issue_one_each on common_issue_member (issue_id) where state = 'MEMBER';
  alter table issue add foreign key (common_issue_id) references common_issue;
  create index issue_of_common_issue on issue (common_issue_id, registered_at, id) where common_issue_id is not null;
`;

export class IssueInFull1700000000002 implements MigrationInterface {
  name = 'IssueInFull1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(issue);
    await runner.query(moves);
    await runner.query(commonIssues);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
