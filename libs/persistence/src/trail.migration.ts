import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  alter table event_log
    add column actor text,
    add column actor_roles text[],
    add column origin text,
    add column link bigint check (link > 0),
    add column hash bytea check (octet_length(hash) = 32),
    add constraint event_log_linked_by_hash check ((link is null) = (hash is null));
  create index event_log_unlinked on event_log (seq) where link is null and published_at is not null;
  create index event_log_by_time on event_log (created_at, seq);
  create index event_log_by_actor on event_log (actor, created_at, seq) where actor is not null;
`;

const refusal = `
  create function event_log_refuse() returns trigger language plpgsql as $$
  begin
    raise exception 'what was entered stays: % of %', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end $$;

  -- by the columns that are named, so that the relay's own marks cost nothing
  create trigger event_log_stays before delete or
    update of seq, id, aggregate_type, aggregate_id, version, subject, event, created_at, actor, actor_roles, origin
    on event_log for each row execute function event_log_refuse();
  create trigger event_log_stays_linked before update of link, hash on event_log for each row
    when (old.link is not null and (old.link, old.hash) is distinct from (new.link, new.hash))
    execute function event_log_refuse();
  create trigger event_log_stays_whole before truncate on event_log execute function event_log_refuse();
`;

/** What a partition does not have of the table that it is part of. */
const parts = `
  create function event_log_complete(part text) returns void language plpgsql as $$
  begin
    execute format('create unique index on %I (link)', part);
    execute format('create trigger event_log_stays_whole before truncate on %I execute function event_log_refuse()', part);
  end $$;
  select event_log_complete(c.relname) from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event_log'::regclass;

  create or replace function event_log_extend() returns void language plpgsql as $$
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
      perform event_log_complete(part);
    end loop;
  end $$;
`;

/**
 * The event log becomes the trail: who, from where, and a chain of hashes in which nothing can be changed without being seen.
 * Its number leaves room for the migrations of the services before it; it needs none of theirs, and they none of it.
 */
export class Trail1700000000500 implements MigrationInterface {
  name = 'Trail1700000000500';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [columns, refusal, parts]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
