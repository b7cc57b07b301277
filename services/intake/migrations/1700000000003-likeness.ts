import type { MigrationInterface, QueryRunner } from 'typeorm';

const domains =
  "('LABOUR', 'LOGISTICS', 'FINANCE', 'SUPPLY_CHAIN', 'EPIDEMIC_PREVENTION', 'TESTING', 'PASSAGE', 'MATERIALS', 'POLICY', 'APPROVAL', 'PROJECT', 'MARKET', 'OTHER')";

/** How alike is enough: a row for every domain that differs, one without a domain for the rest; a change is a new version. */
const policy = `
  create table likeness_policy (
    id int primary key,
    version int not null check (version > 0),
    domain text check (domain in ${domains}),
    alike real not null check (alike between 0 and 1),
    duplicate real not null check (duplicate between 0 and 1),
    firms int not null check (firms >= 2),
    window_hours int not null check (window_hours > 0),
    duplicate_days int not null check (duplicate_days > 0),
    unique nulls not distinct (version, domain)
  );
`;

const usual = { version: 1, duplicate: 0.3, firms: 3, window_hours: 72, duplicate_days: 14 };

/** Of supplies nearly all say the same, that there are none; what is left over has little in common: both need more. */
export const policies = [
  { ...usual, id: 1, domain: null, alike: 0.44 },
  { ...usual, id: 2, domain: 'MATERIALS', alike: 0.48 },
  { ...usual, id: 3, domain: 'OTHER', alike: 0.5 },
] as const;

const suggestions = `
  create table issue_to_suggest (issue_id uuid primary key references issue, registered_at timestamptz(3) not null);
  create index issue_to_suggest_in_order on issue_to_suggest (registered_at, issue_id);
  create function issue_awaits_suggestion() returns trigger language plpgsql as $$
  begin
    insert into issue_to_suggest select new.issue_id, new.registered_at
      where not exists (select from issue_suggestion where issue_id = new.issue_id)
      on conflict do nothing;
    return null;
  end $$;
  -- with its first report, in the transaction that registers it: what nobody told has nothing to compare
  create trigger report_awaits_suggestion after insert on report for each row execute function issue_awaits_suggestion();
  insert into issue_to_suggest select issue_id, min(registered_at) from report group by issue_id;

  create table issue_likeness (
    issue_id uuid primary key references issue,
    firm_credit_code text,
    firm_name text,
    firm_key text,
    received_at timestamptz(3) not null,
    terms text[] not null,
    weighed jsonb not null
  );
  create index issue_likeness_received on issue_likeness (received_at desc, issue_id);
  create index issue_likeness_terms on issue_likeness using gin (terms) with (fastupdate = off);
  create index issue_likeness_of_firm on issue_likeness (firm_credit_code, received_at desc);
  create index issue_likeness_firm_key on issue_likeness (firm_key, received_at desc);

  create table likeness_term (term text primary key, issues int not null check (issues > 0));

  create table common_issue_core (
    common_issue_id uuid primary key references common_issue,
    version int not null check (version > 0),
    terms text[] not null,
    core jsonb not null,
    last_received_at timestamptz(3)
  );
  create index common_issue_core_terms on common_issue_core using gin (terms) with (fastupdate = off);

  create table issue_suggestion (
    issue_id uuid primary key references issue,
    made_at timestamptz(3) not null,
    scorer text not null check (scorer <> ''),
    fell_back boolean not null,
    policy_version int not null,
    domain text not null check (domain in ${domains}),
    urgency text not null check (urgency in ('NORMAL', 'URGENT')),
    reasons text[] not null,
    duplicates jsonb not null,
    common_issues jsonb not null,
    guidances jsonb not null
  );
  create index issue_suggestion_fell_back on issue_suggestion (made_at) where fell_back;
`;

export class Likeness1700000000003 implements MigrationInterface {
  name = 'Likeness1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(policy);
    await runner.query(suggestions);
    for (const row of policies)
      await runner.query(`insert into likeness_policy select * from jsonb_populate_record(null::likeness_policy, $1)`, [
        row,
      ]);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
