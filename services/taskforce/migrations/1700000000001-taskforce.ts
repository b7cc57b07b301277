import type { MigrationInterface, QueryRunner } from 'typeorm';

const oneOf = (values: string) =>
  `(${values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ')})`;
const domains = oneOf(
  'LABOUR LOGISTICS FINANCE SUPPLY_CHAIN EPIDEMIC_PREVENTION TESTING PASSAGE MATERIALS POLICY APPROVAL PROJECT MARKET OTHER',
);
const natures = oneOf('INDIVIDUAL COMMON');
const urgencies = oneOf('NORMAL URGENT');
const clockKinds = oneOf('ACCEPTANCE SOLUTION');
const town = '^[0-9]{9}$';
const duration = '^PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?$';

const roster = `
  create table department (code text primary key check (code ~ '^[A-Z_]+$'), name text not null unique check (name <> ''));

  create table task_force (
    code text primary key check (code ~ '^[A-Z_]+$'),
    name text not null unique check (name <> ''),
    lead_department_code text not null references department,
    founding_reason text not null check (founding_reason <> '')
  );

  create table task_force_domain (
    task_force_code text not null references task_force,
    domain text not null check (domain in ${domains}),
    primary key (task_force_code, domain)
  );

  create table member (
    task_force_code text not null references task_force,
    sub text not null check (sub <> ''),
    name text not null check (name <> ''),
    role text not null check (role in ('LEAD', 'MEMBER')),
    primary key (task_force_code, sub)
  );
  create unique index member_one_lead on member (task_force_code) where role = 'LEAD';
`;

const rules = `
  create table routing_rule (
    position int primary key check (position > 0),
    domain text check (domain in ${domains}),
    nature text check (nature in ${natures}),
    town_code text check (town_code ~ '${town}'),
    urgency text check (urgency in ${urgencies}),
    task_force_code text not null references task_force
  );

  create table sla_policy (
    version int not null check (version > 0),
    position int not null check (position > 0),
    nature text check (nature in ${natures}),
    urgency text check (urgency in ${urgencies}),
    domain text check (domain in ${domains}),
    accept_within text not null check (accept_within ~ '${duration}'),
    solve_within text not null check (solve_within ~ '${duration}'),
    primary key (version, position)
  );
`;

const tasks = `
  create table task (
    id uuid primary key,
    version int not null check (version >= 0),
    issue_id uuid not null,
    issue_number text not null check (issue_number ~ '^[0-9]{8}-[0-9]{4,}$'),
    round int not null check (round > 0),
    nature text not null check (nature in ${natures}),
    domain text not null check (domain in ${domains}),
    urgency text not null check (urgency in ${urgencies}),
    firm_credit_code text check (length(firm_credit_code) = 18),
    town_code text check (town_code ~ '${town}'),
    task_force_code text not null references task_force,
    status text not null check (status in ('DISPATCHED', 'ACCEPTED', 'SOLUTION_PROPOSED', 'CLOSED')),
    policy_version int not null check (policy_version > 0),
    solve_within text not null check (solve_within ~ '${duration}'),
    dispatched_at timestamptz(3) not null,
    accepted_at timestamptz(3) check (accepted_at >= dispatched_at),
    accepted_by text,
    solution_text text check (char_length(solution_text) between 1 and 4000),
    solution_measures text[] not null,
    proposed_at timestamptz(3) check (proposed_at >= accepted_at),
    proposed_by text,
    closed_at timestamptz(3),
    closed_because text check (closed_because in ('WRITTEN_OFF', 'REOPENED')),
    clocks jsonb not null check (jsonb_array_length(clocks) > 0),
    next_due_at timestamptz(3),
    overdue boolean not null,
    unique (issue_id, round),
    check ((accepted_at is null) = (accepted_by is null)),
    check ((solution_text is null) = (proposed_at is null) and (proposed_at is null) = (proposed_by is null)),
    check ((closed_at is null) = (closed_because is null) and (closed_at is null) = (status <> 'CLOSED')),
    check (status <> 'DISPATCHED' or accepted_at is null),
    check (status not in ('ACCEPTED', 'SOLUTION_PROPOSED') or accepted_at is not null),
    check (status <> 'SOLUTION_PROPOSED' or proposed_at is not null),
    check (status in ('DISPATCHED', 'ACCEPTED') or (next_due_at is null and not overdue))
  );
  create index task_due on task (next_due_at) where next_due_at is not null;
  create index task_newest on task (dispatched_at desc, id desc);
  create index task_of_task_force on task (task_force_code, dispatched_at desc, id desc);
  create index task_of_firm on task (firm_credit_code, dispatched_at desc, id desc);
  create index task_by_town on task (town_code, dispatched_at desc, id desc);
  create index task_by_status on task (status, dispatched_at desc, id desc);
  create index task_overdue on task (dispatched_at desc, id desc) where overdue;

  create table urging_notice (
    id uuid primary key,
    version int not null check (version > 0),
    number text not null unique check (number ~ '^催[0-9]{8}-[0-9]{4,}$'),
    task_id uuid not null references task,
    task_force_code text not null references task_force,
    clock text not null check (clock in ${clockKinds}),
    ordinal int not null check (ordinal > 0),
    due_at timestamptz(3) not null,
    issued_at timestamptz(3) not null check (issued_at > due_at),
    unique (task_id, clock, ordinal)
  );
`;

export class Taskforce1700000000001 implements MigrationInterface {
  name = 'Taskforce1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roster + rules + tasks);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
