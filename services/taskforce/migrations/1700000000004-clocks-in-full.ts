import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (values: string) =>
  `(${values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ')})`;
const ended = oneOf('RETURNED TRANSFERRED CLOSED CANCELLED');
const suspensions = oneOf('WAITING_FOR_FIRM WAITING_FOR_HIGHER_AUTHORITY FORCE_MAJEURE');

/** A limit is what it counts and how much of it; the lines of a version carry its warnings. */
const limits = `
  create table working_calendar (
    code text not null check (code ~ '^[A-Z_]+$'),
    version int not null check (version > 0),
    name text not null check (name <> ''),
    week jsonb not null check (jsonb_array_length(week) = 7),
    days jsonb not null check (jsonb_typeof(days) = 'object'),
    set_at timestamptz(3) not null,
    set_by text,
    primary key (code, version)
  );

  alter table sla_policy
    drop constraint sla_policy_accept_within_check,
    drop constraint sla_policy_solve_within_check,
    alter accept_within type jsonb using jsonb_build_object('kind', 'ELAPSED', 'duration', accept_within),
    alter solve_within type jsonb using jsonb_build_object('kind', 'ELAPSED', 'duration', solve_within),
    add warn_at int[] not null default '{75}' check (1 <= all (warn_at) and 99 >= all (warn_at));
  alter table sla_policy alter warn_at drop default;

  create table sla_policy_version (
    version int primary key check (version > 0),
    dispatch_within jsonb not null,
    callback_within jsonb not null,
    urge_every text not null,
    set_at timestamptz(3) not null,
    set_by text
  );
  insert into sla_policy_version values (1, '{"kind": "SAME_DAY"}', '{"kind": "ELAPSED", "duration": "PT24H"}', 'PT12H', '2020-02-01T00:00:00Z', null);
  alter table sla_policy add foreign key (version) references sla_policy_version;
`;

/** Clocks that were started before are told what they count, and when they are due. */
const clocks = `
  update task set clocks = (
    select jsonb_agg(clock || jsonb_build_object(
      'limit', jsonb_build_object('kind', 'ELAPSED', 'duration', clock ->> 'limit'), 'warnAt', '[75]'::jsonb,
      'dueAt', to_char(((clock -> 'history' -> 0 ->> 'at')::timestamptz + (clock ->> 'limit')::interval) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'warningAt', to_char(((clock -> 'history' -> 0 ->> 'at')::timestamptz + (clock ->> 'limit')::interval * 0.75) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    ) order by position)
    from jsonb_array_elements(clocks) with ordinality as one (clock, position));
`;

const task = `
  alter table task
    drop constraint task_status_check,
    drop constraint task_solve_within_check,
    alter solve_within type jsonb using jsonb_build_object('kind', 'ELAPSED', 'duration', solve_within),
    add warn_at int[] not null default '{75}',
    add predecessor_id uuid references task,
    add hops int not null default 0 check (hops >= 0),
    add must_accept boolean not null default false,
    add co_handlers text[] not null default '{}',
    add solution_attachments text[] not null default '{}',
    add ineffective_solutions jsonb not null default '[]' check (jsonb_typeof(ineffective_solutions) = 'array'),
    add suspended_at timestamptz(3),
    add suspended_by text,
    add suspension_reason text check (suspension_reason in ${suspensions}),
    add suspension_note text check (suspension_note <> ''),
    add extended_at timestamptz(3),
    add extended_by text,
    add extended_until timestamptz(3),
    add extension_reason text check (extension_reason <> ''),
    add handed_on_at timestamptz(3),
    add handed_on_by text,
    add handed_on_reason text check (handed_on_reason <> ''),
    add wake_at timestamptz(3),
    add accept_due_at timestamptz(3),
    add accept_missed boolean not null default false,
    add solve_due_at timestamptz(3),
    add solve_missed boolean not null default false,
    add times_urged int not null default 0 check (times_urged >= 0);
  ${clocks}
  update task set wake_at = next_due_at,
    accept_due_at = (clocks -> 0 ->> 'dueAt')::timestamptz,
    accept_missed = jsonb_path_exists(clocks, '$[0].history[*] ? (@.type == "BREACHED")'),
    solve_due_at = (clocks -> 1 ->> 'dueAt')::timestamptz,
    solve_missed = jsonb_path_exists(clocks, '$[1].history[*] ? (@.type == "BREACHED")'),
    times_urged = (select count(*) from urging_notice where task_id = task.id);
  alter table task
    alter warn_at drop default, alter hops drop default, alter must_accept drop default, alter co_handlers drop default,
    alter solution_attachments drop default, alter ineffective_solutions drop default, alter accept_due_at set not null,
    alter accept_missed drop default, alter solve_missed drop default, alter times_urged drop default,
    add constraint task_status_check check (status in ('DISPATCHED', 'ACCEPTED', 'SUSPENDED', 'SOLUTION_PROPOSED', 'RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED')),
    add constraint task_suspended check (num_nulls(suspended_at, suspended_by, suspension_reason) in (0, 3) and (status <> 'SUSPENDED' or suspended_at is not null)),
    add constraint task_extended check (num_nulls(extended_at, extended_by, extended_until, extension_reason) in (0, 4)),
    add constraint task_handed_on check (num_nulls(handed_on_at, handed_on_by, handed_on_reason) in (0, 3)
      and (handed_on_at is not null) = (status in ('RETURNED', 'TRANSFERRED'))),
    add constraint task_co_handlers check (not task_force_code = any (co_handlers)),
    add constraint task_asleep check (wake_at is null or status not in ${ended});
  drop index task_one_of_round;
  create unique index task_one_of_round on task (issue_id, round) where status not in ('CANCELLED', 'RETURNED', 'TRANSFERRED');
  drop index task_one_of_common_issue;
  create unique index task_one_of_common_issue on task (common_issue_id) where issue_id is null and status not in ('RETURNED', 'TRANSFERRED');
  drop index task_open_by_town;
  create index task_open_by_town on task (town_code) where status not in ${ended};
  create unique index task_one_successor on task (predecessor_id) where predecessor_id is not null;
  drop index task_due;
  create index task_wake on task (wake_at) where wake_at is not null;
  create index task_co_handled on task using gin (co_handlers) where co_handlers <> '{}';
`;

/** The centre's own two clocks of an issue: to dispatch it, and to call the firm back. */
const centre = `
  create table centre_clock (
    id uuid primary key,
    version int not null check (version >= 0),
    issue_id uuid not null,
    number text not null check (number ~ '^[0-9]{8}-[0-9]{4,}$'),
    round int not null check (round > 0),
    kind text not null check (kind in ('DISPATCH', 'CALLBACK')),
    started_at timestamptz(3) not null,
    domain text,
    town_code text,
    clock jsonb not null,
    due_at timestamptz(3) not null,
    wake_at timestamptz(3),
    missed boolean not null,
    open boolean not null,
    unique (issue_id, round, kind, started_at)
  );
  create index centre_clock_wake on centre_clock (wake_at) where wake_at is not null;
  create index centre_clock_open on centre_clock (due_at, id) where open;

  create table commander_on_duty (
    from_at timestamptz(3) primary key,
    sub text not null check (sub <> ''),
    name text not null check (name <> ''),
    set_by text not null
  );
`;

/** Notices are documents: to a task force, or to the centre itself, of a missed deadline or by hand. */
const documents = `
  alter table urging_notice
    alter task_id drop not null,
    alter task_force_code drop not null,
    drop constraint urging_notice_clock_check,
    add constraint urging_notice_clock_check check (clock in ('DISPATCH', 'ACCEPTANCE', 'SOLUTION', 'FIRM', 'CALLBACK')),
    drop constraint urging_notice_task_id_clock_ordinal_key,
    drop constraint urging_notice_check,
    alter clock drop not null,
    alter ordinal drop not null,
    alter due_at drop not null,
    add centre_clock_id uuid references centre_clock,
    add about text,
    add commander text,
    add urged_by text,
    add reason text check (reason <> ''),
    add acknowledged_at timestamptz(3) check (acknowledged_at >= issued_at),
    add acknowledged_by text,
    add replied_at timestamptz(3) check (replied_at >= issued_at),
    add replied_by text,
    add reply_reason text check (char_length(reply_reason) between 1 and 1000),
    add promised_at timestamptz(3),
    add constraint urging_notice_addressee check (num_nonnulls(task_id, centre_clock_id) = 1 and (task_id is null) = (task_force_code is null)),
    add constraint urging_notice_cause check (case when urged_by is null then num_nulls(clock, ordinal, due_at) = 0 and issued_at > due_at and reason is null
      else task_id is not null and num_nonnulls(clock, ordinal, due_at) = 0 and reason is not null end),
    add constraint urging_notice_acknowledged check ((acknowledged_at is null) = (acknowledged_by is null)),
    add constraint urging_notice_replied check (num_nulls(replied_at, replied_by, reply_reason, promised_at) in (0, 4) and (replied_at is null or acknowledged_at is not null));
  update urging_notice set about = task.number from task where task.id = task_id;
  alter table urging_notice alter about set not null;
  create unique index urging_notice_once on urging_notice (task_id, clock, ordinal) where clock is not null;
  create unique index urging_notice_once_of_centre on urging_notice (centre_clock_id, ordinal) where centre_clock_id is not null;
  create index urging_notice_of_task on urging_notice (task_id, issued_at);
  create index urging_notice_newest on urging_notice (issued_at desc, id desc);
  create index urging_notice_of_task_force on urging_notice (task_force_code, issued_at desc, id desc);

  create table supervision (
    id uuid primary key,
    version int not null check (version > 0),
    number text not null unique check (number ~ '^督[0-9]{8}-[0-9]{4,}$'),
    task_id uuid not null references task,
    task_force_code text not null references task_force,
    about text not null,
    urging_notice_id uuid references urging_notice,
    reason text not null check (reason <> ''),
    commander text not null,
    commander_name text not null,
    opened_at timestamptz(3) not null,
    opened_by text,
    acknowledged_at timestamptz(3) check (acknowledged_at >= opened_at),
    acknowledged_by text,
    lifted_at timestamptz(3) check (lifted_at >= opened_at),
    lifted_by text,
    conclusion text check (conclusion <> ''),
    check ((opened_by is null) <> (urging_notice_id is null)),
    check ((acknowledged_at is null) = (acknowledged_by is null)),
    check (num_nulls(lifted_at, lifted_by, conclusion) in (0, 3))
  );
  create unique index supervision_one_open on supervision (task_id) where lifted_at is null;
  create index supervision_of_task on supervision (task_id, opened_at);
  create index supervision_newest on supervision (opened_at desc, id desc);
`;

/** 组建, 撤销: a task force is founded for a reason, and dissolved when it has nothing left to do. */
const roster = `
  alter table task_force
    add version int not null default 0 check (version >= 0),
    add common_issue_id uuid,
    add founded_at timestamptz(3) not null default '2020-02-01T00:00:00Z',
    add founded_by text,
    add dissolved_at timestamptz(3) check (dissolved_at >= founded_at),
    add dissolved_by text,
    add dissolution_reason text check (dissolution_reason <> ''),
    add check (num_nulls(dissolved_at, dissolved_by, dissolution_reason) in (0, 3));
  alter table task_force alter version drop default, alter founded_at drop default;

  create table routing_rules_version (
    version int primary key check (version > 0),
    set_at timestamptz(3) not null,
    set_by text
  );
  insert into routing_rules_version values (1, '2020-02-01T00:00:00Z', null);
  alter table routing_rule add version int not null default 1 references routing_rules_version;
  alter table routing_rule alter version drop default, drop constraint routing_rule_pkey, add primary key (version, position);
`;

export class ClocksInFull1700000000004 implements MigrationInterface {
  name = 'ClocksInFull1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(limits + task + centre + documents + roster);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
