import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = `
  create table inspector (
    sub text primary key check (sub <> ''),
    name text not null check (name <> ''),
    town_code text check (town_code ~ '^[0-9]{9}$'),
    active boolean not null
  );

  create table inspector_conflict (
    sub text not null references inspector,
    credit_code text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    declared_at timestamptz(3) not null,
    declared_by text not null check (declared_by <> ''),
    primary key (sub, credit_code)
  );

  create table inspection_plan (
    id uuid primary key,
    version int not null check (version > 0),
    day date not null unique,
    seed bigint not null check (seed between 0 and 4294967295),
    teams jsonb not null check (jsonb_typeof(teams) = 'array'),
    changes jsonb not null check (jsonb_typeof(changes) = 'array'),
    made_at timestamptz(3) not null,
    made_by text not null check (made_by <> '')
  );

  create table inspection_plan_inputs (plan_id uuid primary key references inspection_plan, inputs jsonb not null);

  create table plan_visit (
    plan_id uuid not null references inspection_plan,
    credit_code text not null references enrolment,
    day date not null,
    position int not null check (position > 0),
    town_code text check (town_code ~ '^[0-9]{9}$'),
    reason text not null check (reason in ('RED', 'YELLOW', 'DRAWN')),
    team int check (team >= 0),
    not_planned_because text check (not_planned_because in ('NO_TEAM', 'CONFLICT', 'FULL')),
    primary key (plan_id, credit_code),
    unique (plan_id, position),
    check ((team is null) = (not_planned_because is not null))
  );
  create index plan_visit_of_team on plan_visit (plan_id, team, position);
  create index plan_visit_of_firm on plan_visit (credit_code, day desc);
`;

export class Plan1700000000006 implements MigrationInterface {
  name = 'Plan1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
