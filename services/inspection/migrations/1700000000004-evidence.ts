import type { MigrationInterface, QueryRunner } from 'typeorm';

const schema = `
  alter table rulebook add column published_by text check (published_by <> ''), add column published_at timestamptz(3),
    add check ((published_by is null) = (published_at is null));
  alter table rule add column area text not null default 'PRODUCTION' check (area in ('PRODUCTION', 'LIVING'));
  update rule set area = 'LIVING' where code in ('ISOLATION_OBSERVED', 'CANTEEN_IN_SHIFTS', 'ISOLATION_ROOM_READY');

  create table evidence (
    id uuid primary key,
    sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
    type text not null check (type in ('image/jpeg', 'image/png', 'image/webp')),
    bytes int not null check (bytes > 0),
    width int not null check (width > 0),
    height int not null check (height > 0),
    uploaded_by text not null check (uploaded_by <> ''),
    uploaded_at timestamptz(3) not null,
    referred_at timestamptz(3)
  );
  create index evidence_unreferred on evidence (uploaded_at) where referred_at is null;

  create table evidence_sent (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    evidence_id uuid not null references evidence on delete cascade,
    bytes int not null check (bytes > 0),
    sent_by text not null check (sent_by <> ''),
    sent_at timestamptz(3) not null
  );
  create index evidence_sent_of on evidence_sent (evidence_id);

  create table evidence_leftover (
    id uuid primary key,
    left_at timestamptz(3) not null
  );
  create index evidence_leftover_oldest on evidence_leftover (left_at);

  alter table inspection
    add column position jsonb check (jsonb_typeof(position) = 'object'),
    add column signature jsonb check (jsonb_typeof(signature) = 'array' and jsonb_array_length(signature) > 0),
    add column photos uuid[] not null default '{}',
    add column plan_id uuid;
`;

export class Evidence1700000000004 implements MigrationInterface {
  name = 'Evidence1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
