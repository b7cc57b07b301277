import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Common issues that intake announced, as far as this service needs them; those that have a task are known. */
const commonIssue = `
  create table common_issue (
    id uuid primary key,
    number text not null check (number ~ '^共[0-9]{8}-[0-9]{4,}$'),
    domain text not null
  );
  insert into common_issue select distinct on (common_issue_id) common_issue_id, number, domain from task where issue_id is null;
`;

/** A task force keeps what happened to it. A foreign key has made sure that nobody dissolves it at this moment; whether somebody has is asked here. */
const roster = `
  create table task_force_department (
    task_force_code text not null references task_force,
    department_code text not null references department,
    primary key (task_force_code, department_code)
  );

  alter table task_force
    add history jsonb not null default '[]' check (jsonb_typeof(history) = 'array'),
    add foreign key (common_issue_id) references common_issue,
    add constraint task_force_indispensable check (code <> 'COORDINATION' or dissolved_at is null);
  update task_force set history = jsonb_build_array(jsonb_build_object('type', 'FOUNDED', 'at', to_char(founded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'by', null, 'sub', null, 'name', null, 'reason', founding_reason));
  alter table task_force alter history drop default;

  create function refuse_task_of_dissolved() returns trigger language plpgsql as $$
  declare dissolved text;
  begin
    select code into dissolved from task_force where dissolved_at is not null and code in (select task_force_code from opened) limit 1;
    if dissolved is not null then
      raise exception 'task force % is dissolved', dissolved using errcode = 'check_violation', constraint = 'task_of_living_task_force';
    end if;
    return null;
  end $$;
  create trigger task_of_living_task_force after insert on task referencing new table as opened
    for each statement execute function refuse_task_of_dissolved();
`;

/** What was heard of an issue, and the clocks that follow: the n-th of its kind is the same one, whenever it started. */
const centre = `
  create table issue_course (
    issue_id uuid primary key,
    number text not null check (number ~ '^[0-9]{8}-[0-9]{4,}$'),
    domain text,
    urgency text,
    town_code text,
    heard int not null check (heard >= 0),
    facts jsonb not null check (jsonb_typeof(facts) = 'array')
  );

  alter table centre_clock
    add ordinal int not null check (ordinal > 0),
    add ended_at timestamptz(3),
    add constraint centre_clock_ends_after_start check (ended_at >= started_at),
    drop constraint centre_clock_issue_id_round_kind_started_at_key,
    add unique (issue_id, kind, ordinal),
    add constraint centre_clock_ended check (open = (ended_at is null)),
    add constraint centre_clock_asleep check (open or wake_at is null);
  drop index centre_clock_open;
  create index centre_clock_newest on centre_clock (started_at desc, id desc);
  create index centre_clock_by_kind on centre_clock (kind, started_at desc, id desc);
  create index centre_clock_open on centre_clock (started_at desc, id desc) where open;
  create index centre_clock_missed on centre_clock (started_at desc, id desc) where missed;
  create index centre_clock_missed_open on centre_clock (started_at desc, id desc) where missed and open;
`;

export class RosterAndCentre1700000000008 implements MigrationInterface {
  name = 'RosterAndCentre1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(commonIssue + roster + centre);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
