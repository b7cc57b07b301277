import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service's events need. Each service lists this migration first. */
export class EventTables1700000000000 implements MigrationInterface {
  name = 'EventTables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table event_log (
        seq bigint generated always as identity primary key,
        id uuid not null,
        aggregate_type text not null,
        aggregate_id text not null,
        version int not null check (version > 0),
        subject text not null,
        event jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        published_at timestamptz,
        stream_seq bigint,
        check ((published_at is null) = (stream_seq is null))
      ) partition by range (seq);
      create index event_log_unpublished on event_log (seq) where published_at is null;
      create index event_log_published on event_log (stream_seq) where published_at is not null;

      create function event_log_extend() returns void language plpgsql as $$
      declare
        size constant bigint := 1000000;
        reached bigint;
        part text;
      begin
        perform pg_advisory_xact_lock(hashtext('event_log_extend' || current_schema()));
        select coalesce(max(seq), 0) / size into reached from event_log;
        for n in reached .. reached + 2 loop
          part := 'event_log_' || n;
          continue when to_regclass(part) is not null;
          execute format('create table %I partition of event_log for values from (%s) to (%s)', part, n * size, (n + 1) * size);
          execute format('create unique index on %I (aggregate_type, aggregate_id, version)', part);
          execute format('create unique index on %I (id)', part);
        end loop;
      end $$;
      select event_log_extend();

      create table inbox (
        consumer text not null,
        event_id uuid not null,
        aggregate_type text not null,
        aggregate_id text not null,
        version int not null,
        handled_at timestamptz not null default clock_timestamp(),
        primary key (consumer, aggregate_type, aggregate_id, version),
        unique (consumer, event_id)
      );

      create table dead_letter (
        id bigint generated always as identity primary key,
        consumer text not null,
        event_id uuid not null,
        aggregate_type text not null,
        aggregate_id text not null,
        version int not null,
        event jsonb not null,
        reason text not null check (reason in ('PERMANENT', 'DELIVERIES_USED_UP', 'WAITING')),
        error text not null,
        set_aside_at timestamptz not null default clock_timestamp(),
        retry_requested_at timestamptz,
        retry_not_before timestamptz,
        retries int not null default 0,
        ended_at timestamptz,
        ended_as text check (ended_as in ('HANDLED', 'DISCARDED')),
        ended_because text,
        unique (consumer, event_id),
        check ((ended_at is null) = (ended_as is null))
      );
      create index dead_letter_open on dead_letter (consumer, aggregate_type, aggregate_id, version) where ended_at is null;

      create table number_series (
        series text not null,
        day date not null,
        last_number int not null check (last_number > 0),
        primary key (series, day)
      );
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
