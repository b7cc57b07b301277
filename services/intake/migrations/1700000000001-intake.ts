import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The 18 towns of the county, by statistical code (统计用区划代码). */
const towns = [
  ['330226001', '跃龙街道'],
  ['330226002', '桃源街道'],
  ['330226003', '梅林街道'],
  ['330226004', '桥头胡街道'],
  ['330226101', '长街镇'],
  ['330226102', '力洋镇'],
  ['330226104', '一市镇'],
  ['330226105', '岔路镇'],
  ['330226106', '前童镇'],
  ['330226107', '桑洲镇'],
  ['330226108', '黄坛镇'],
  ['330226109', '大佳何镇'],
  ['330226110', '强蛟镇'],
  ['330226111', '西店镇'],
  ['330226112', '深甽镇'],
  ['330226200', '胡陈乡'],
  ['330226201', '茶院乡'],
  ['330226202', '越溪乡'],
] as const;

export class Intake1700000000001 implements MigrationInterface {
  name = 'Intake1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm with schema public;

      create table town (code text primary key check (code ~ '^[0-9]{9}$'), name text not null unique);

      create table firm (
        credit_code text primary key check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        name text not null check (name <> ''),
        town_code text not null references town,
        industry text check (industry ~ '^[A-T]$'),
        size text check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
        employees int check (employees >= 0),
        address text
      );
      create index firm_town on firm (town_code, credit_code);
      create index firm_name on firm (name);
      create index firm_name_part on firm using gin (name public.gin_trgm_ops);

      create table issue (
        id uuid primary key,
        version int not null check (version > 0),
        number text not null unique check (number ~ '^[0-9]{8}-[0-9]{4,}$'),
        status text not null check (status in ('REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'SOLVED', 'WRITTEN_OFF', 'REOPENED')),
        round int not null check (round > 0),
        firm_credit_code text references firm,
        firm_name text,
        town_code text references town,
        channel text not null check (channel in ('HOTLINE', 'LINE_12345', 'LINE_8718', 'ONLINE', 'PUBLIC_OPINION', 'VISIT')),
        domain text check (domain in ('LABOUR', 'LOGISTICS', 'FINANCE', 'SUPPLY_CHAIN', 'EPIDEMIC_PREVENTION', 'TESTING',
          'PASSAGE', 'MATERIALS', 'POLICY', 'APPROVAL', 'PROJECT', 'MARKET', 'OTHER')),
        urgency text not null check (urgency in ('NORMAL', 'URGENT')),
        first_contact_sub text not null check (first_contact_sub <> ''),
        first_contact_name text not null,
        handled_by text[] not null,
        registered_at timestamptz(3) not null,
        dispatched_at timestamptz(3),
        solved_at timestamptz(3),
        written_off_at timestamptz(3),
        check (status not in ('DISPATCHED', 'IN_PROGRESS', 'SOLVED') or (domain is not null and dispatched_at is not null)),
        check ((status = 'WRITTEN_OFF') = (written_off_at is not null))
      );
      create index issue_newest on issue (registered_at desc, id desc);
      create index issue_of_firm on issue (firm_credit_code, registered_at desc, id desc);
      create index issue_by_status on issue (status, registered_at desc, id desc);
      create index issue_by_town on issue (town_code, registered_at desc, id desc);
      create index issue_by_domain on issue (domain, registered_at desc, id desc);

      create table report (
        id uuid primary key,
        issue_id uuid not null references issue,
        channel text not null check (channel in ('HOTLINE', 'LINE_12345', 'LINE_8718', 'ONLINE', 'PUBLIC_OPINION', 'VISIT')),
        text text not null check (text <> '' and char_length(text) <= 4000),
        firm_credit_code text,
        firm_name text,
        town_code text references town,
        external_ref text,
        request_id text,
        taken_by text not null,
        received_at timestamptz(3) not null,
        registered_at timestamptz(3) not null,
        check (received_at <= registered_at)
      );
      create unique index report_request_id on report (request_id);
      create unique index report_external_ref on report (channel, external_ref);
      create index report_of_issue on report (issue_id, registered_at, id);

      create table reporter (
        report_id uuid primary key references report,
        name text,
        phone text,
        confidential boolean not null
      );

      create table callback (
        id uuid primary key,
        issue_id uuid not null references issue,
        round int not null check (round > 0),
        outcome text not null check (outcome in ('SETTLED', 'NOT_SETTLED', 'NOT_REACHED')),
        satisfaction text check (satisfaction in ('VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED')),
        note text,
        called_at timestamptz(3) not null,
        called_by text not null,
        check (outcome <> 'NOT_REACHED' or satisfaction is null)
      );
      create index callback_of_issue on callback (issue_id, called_at);
    `);
    const values = towns.map((_, i) => `($${i * 2 + 1}, $${i * 2 + 2})`).join(', ');
    await runner.query(`insert into town (code, name) values ${values}`, towns.flat());
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
