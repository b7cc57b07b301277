import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A firm is changed with its history kept, is known by more names than one, and calls that become no issue are counted. */
export class Firms1700000000004 implements MigrationInterface {
  name = 'Firms1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table firm
        add column version int not null default 0 check (version >= 0),
        add column aliases text[] not null default '{}' check (cardinality(aliases) <= 50),
        add column name_keys text[];
      create index firm_alias on firm using gin (aliases);
      create index firm_name_key on firm using gin (name_keys);
      -- who was loaded without keys is found by this, and leaves it once keyed
      create index firm_without_keys on firm (credit_code) where name_keys is null;

      create table firm_change (
        id uuid primary key,
        credit_code text not null references firm,
        version int not null check (version > 0),
        changed_at timestamptz(3) not null,
        changed_by text not null check (changed_by <> ''),
        was jsonb,
        unique (credit_code, version)
      );

      create index issue_without_firm on issue (firm_name) where firm_credit_code is null;
      create index issue_without_firm_newest on issue (registered_at) where firm_credit_code is null;
      create index report_of_firm on report (firm_credit_code) where firm_credit_code is not null;

      create index issue_loaded on issue (registered_at) where loaded;

      create table call (
        id uuid primary key,
        channel text not null check (channel in ('HOTLINE', 'LINE_12345', 'LINE_8718', 'ONLINE', 'PUBLIC_OPINION', 'VISIT')),
        purpose text not null check (purpose in ('ENQUIRY', 'COMPLAINT_ELSEWHERE', 'WRONG_NUMBER', 'SILENT', 'OTHER')),
        town_code text references town,
        note text check (char_length(note) <= 1000),
        external_ref text,
        request_id text,
        taken_by text not null check (taken_by <> ''),
        taken_at timestamptz(3) not null
      );
      create unique index call_request_id on call (request_id);
      create unique index call_external_ref on call (channel, external_ref);
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
