import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every document has its number, its addressee and its receipt in one register; what it is about stands in its own table. */
const documents = `
  create table process_policy (
    version int primary key check (version > 0),
    rectify_within_days int not null check (rectify_within_days >= 0),
    interview_within_hours int not null check (interview_within_hours > 0),
    appeal_within_days int not null check (appeal_within_days > 0),
    set_at timestamptz(3) not null,
    set_by text
  );
  insert into process_policy values (1, 1, 24, 7, '2020-01-01', null);

  create table document (
    number text primary key check (number ~ '^[改约停验诉][0-9]{8}-[0-9]{4,}$'),
    credit_code text not null references enrolment,
    issued_at timestamptz(3) not null,
    acknowledged_at timestamptz(3),
    acknowledged_by text check (acknowledged_by <> ''),
    check (num_nulls(acknowledged_at, acknowledged_by) in (0, 2))
  );
`;

const header = `
    id uuid primary key,
    version int not null check (version > 0),
    number text not null unique references document,
    credit_code text not null references enrolment,
    town_code text check (town_code ~ '^[0-9]{9}$'),
    issued_at timestamptz(3) not null`;

/** The lists: newest first, of a firm, of a town, by status. */
const lists = (table: string) => `
  create index ${table}_newest on ${table} (issued_at desc, id desc);
  create index ${table}_of_firm on ${table} (credit_code, issued_at desc, id desc);
  create index ${table}_by_town on ${table} (town_code, issued_at desc, id desc);
  create index ${table}_by_status on ${table} (status, issued_at desc, id desc);`;

const orders = `
  create table rectification_order (${header},
    inspection_id uuid not null unique references inspection,
    performed_at timestamptz(3) not null,
    due_at timestamptz(3) not null,
    findings jsonb not null check (jsonb_typeof(findings) = 'array' and jsonb_array_length(findings) > 0),
    status text not null check (status in ('OPEN', 'OVERDUE', 'FULFILLED', 'WITHDRAWN')),
    fulfilled_at timestamptz(3),
    overdue_at timestamptz(3),
    withdrawn_at timestamptz(3),
    check ((status = 'FULFILLED') = (fulfilled_at is not null)),
    check (status <> 'OVERDUE' or overdue_at is not null),
    check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
  );
  ${lists('rectification_order')}
  create index rectification_order_due on rectification_order (due_at) where status = 'OPEN';
  create index rectification_order_open on rectification_order (credit_code) where status in ('OPEN', 'OVERDUE');
  create index rectification_order_fulfilled on rectification_order (credit_code, fulfilled_at) where status = 'FULFILLED';
`;

const shutdowns = `
  create table shutdown_order (${header},
    inspection_id uuid not null unique references inspection,
    caused_at timestamptz(3) not null,
    status text not null check (status in ('DRAFTED', 'IN_FORCE', 'REFUSED', 'LIFTED', 'WITHDRAWN')),
    defence text check (defence <> ''),
    defence_waived boolean not null,
    defence_at timestamptz(3),
    defence_by text check (defence_by <> ''),
    legal_basis text check (legal_basis <> ''),
    signed_at timestamptz(3),
    signed_by text check (signed_by <> ''),
    signed_by_name text,
    refused_at timestamptz(3),
    refused_by text check (refused_by <> ''),
    refusal_reason text check (refusal_reason <> ''),
    acceptance_id uuid,
    lifted_at timestamptz(3),
    withdrawn_at timestamptz(3),
    check (num_nulls(defence_at, defence_by) in (0, 2)),
    check ((defence is not null or defence_waived) = (defence_at is not null)),
    check (num_nulls(signed_at, signed_by, signed_by_name, legal_basis) in (0, 4)),
    check (signed_at is null or defence_at is not null),
    check (num_nulls(refused_at, refused_by, refusal_reason) in (0, 3)),
    check (num_nulls(acceptance_id, lifted_at) in (0, 2)),
    check (signed_at is null or refused_at is null),
    check (status not in ('IN_FORCE', 'LIFTED') or signed_at is not null),
    check (status <> 'REFUSED' or refused_at is not null),
    check ((status = 'LIFTED') = (lifted_at is not null)),
    check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
  );
  ${lists('shutdown_order')}
  create index shutdown_order_caused on shutdown_order (credit_code, caused_at);
`;

const interviews = `
  create table interview (${header},
    inspection_id uuid references inspection,
    shutdown_id uuid references shutdown_order,
    caused_at timestamptz(3) not null,
    due_at timestamptz(3) not null,
    status text not null check (status in ('SUMMONED', 'MISSED', 'HELD', 'WITHDRAWN')),
    missed_at timestamptz(3),
    held_at timestamptz(3),
    held_by text check (held_by <> ''),
    attendees text[],
    minutes text check (minutes <> ''),
    commitments text check (commitments <> ''),
    withdrawn_at timestamptz(3),
    check (num_nonnulls(inspection_id, shutdown_id) = 1),
    check (num_nulls(held_at, held_by, attendees, minutes, commitments) in (0, 5)),
    check (status <> 'MISSED' or missed_at is not null),
    check (status <> 'HELD' or held_at is not null),
    check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
  );
  ${lists('interview')}
  create index interview_caused on interview (credit_code, caused_at);
  create index interview_due on interview (due_at) where status = 'SUMMONED';
  create unique index interview_one_of_inspection on interview (inspection_id) where status <> 'WITHDRAWN';
  create unique index interview_one_of_shutdown on interview (shutdown_id) where status <> 'WITHDRAWN';
`;

const acceptances = `
  create table acceptance (${header},
    kind text not null check (kind in ('RESUMPTION', 'FIRST')),
    shutdown_id uuid references shutdown_order,
    status text not null check (status in ('OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    applied_by text not null check (applied_by <> ''),
    inspection_id uuid references inspection,
    decided_at timestamptz(3),
    decided_by text check (decided_by <> ''),
    decided_by_name text,
    reason text check (reason <> ''),
    withdrawn_at timestamptz(3),
    check ((kind = 'RESUMPTION') = (shutdown_id is not null)),
    check (num_nulls(decided_at, decided_by, decided_by_name) in (0, 3)),
    check (status <> 'REFUSED' or reason is not null),
    check ((status in ('APPROVED', 'REFUSED')) = (decided_at is not null)),
    check (status <> 'APPROVED' or inspection_id is not null),
    check ((status = 'WITHDRAWN') = (withdrawn_at is not null))
  );
  ${lists('acceptance')}
  create unique index acceptance_one_open on acceptance (credit_code) where status = 'OPEN';
  alter table shutdown_order add foreign key (acceptance_id) references acceptance;
  alter table enrolment add provisional_for uuid references acceptance;
`;

const appeals = `
  create table appeal (${header},
    inspection_id uuid not null references inspection,
    status text not null check (status in ('LODGED', 'UPHELD', 'DISMISSED')),
    grounds text not null check (grounds <> ''),
    lodged_by text not null check (lodged_by <> ''),
    decided_at timestamptz(3),
    decided_by text check (decided_by <> ''),
    decided_by_name text,
    reason text check (reason <> ''),
    constraint appeal_one_of_inspection unique (inspection_id),
    check (num_nulls(decided_at, decided_by, decided_by_name, reason) in (0, 4)),
    check ((status = 'LODGED') = (decided_at is null))
  );
  ${lists('appeal')}
`;

export class DueProcess1700000000005 implements MigrationInterface {
  name = 'DueProcess1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [documents, orders, shutdowns, interviews, acceptances, appeals]) await runner.query(part);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
