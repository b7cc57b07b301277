import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = `carried_in registered readmitted moved_in written_off merged rejected moved_out carried_over reopened
  reports calls callbacks callbacks_reached callbacks_settled`.split(/\s+/);

const closures = `
  alter table daily_closure
    add version int not null check (version > 0),
    add ended_at timestamptz(3) not null,
    add frozen_at timestamptz(3) not null,
    add signed_at timestamptz(3),
    add signed_by text check (signed_by <> ''),
    add signed_by_name text,
    add remark text check (char_length(remark) between 1 and 2000),
    add constraint daily_closure_frozen_after_end check (frozen_at >= ended_at),
    add constraint daily_closure_signed check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_by_name is null)
      and (signed_at is not null or remark is null));

  create table daily_closure_line (
    day date not null references daily_closure deferrable initially deferred,
    dimension text not null check (dimension in ('OVERALL', 'TASK_FORCE', 'TOWN', 'CHANNEL')),
    key text not null,
    ${FIGURES.map((figure) => `${figure} int not null`).join(',\n    ')},
    primary key (day, dimension, key),
    constraint daily_closure_line_counts check (least(${FIGURES.join(', ')}) >= 0),
    constraint daily_closure_line_identity check (
      carried_in + registered + readmitted + moved_in = written_off + merged + rejected + moved_out + carried_over),
    constraint daily_closure_line_overall check (dimension <> 'OVERALL' or (key = '' and moved_in = 0 and moved_out = 0)),
    constraint daily_closure_line_callbacks check (callbacks_settled <= callbacks_reached and callbacks_reached <= callbacks)
  );

  -- without foreign keys to the issues: their locks would be taken while the day is held, against the writers' order
  create table daily_closure_carried (
    day date not null references daily_closure deferrable initially deferred,
    issue_id uuid not null,
    number text not null,
    status text not null,
    task_force text,
    town_code text,
    channel text not null,
    registered_at timestamptz(3) not null,
    reason text not null check (reason in ('AWAITING_TRIAGE', 'AWAITING_DISPATCH', 'AWAITING_ACCEPTANCE', 'IN_PROGRESS', 'AWAITING_CALLBACK', 'COMMON_ISSUE')),
    primary key (day, registered_at, issue_id)
  );

  create table daily_closure_stock (
    day date not null references daily_closure deferrable initially deferred,
    task_force text,
    town_code text,
    channel text not null,
    total int not null,
    written_off int not null,
    constraint daily_closure_stock_counts check (written_off between 0 and total),
    unique nulls not distinct (day, task_force, town_code, channel)
  );

  create table daily_closure_addendum (
    id uuid primary key,
    day date not null references daily_closure deferrable initially deferred,
    text text not null check (char_length(text) between 1 and 4000),
    added_at timestamptz(3) not null,
    added_by text not null check (added_by <> ''),
    added_by_name text not null
  );
  create index daily_closure_addendum_of on daily_closure_addendum (day, added_at, id);

  create table daily_closure_alarm (
    day date primary key,
    violations jsonb not null,
    raised_at timestamptz(3) not null,
    tried_at timestamptz(3) not null,
    ended_at timestamptz(3),
    constraint daily_closure_alarm_in_order check (tried_at >= raised_at and ended_at >= tried_at)
  );
`;

const frozen = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'what is frozen is not changed: % of %', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
  end $$;
  create function refuse_after_freezing() returns trigger language plpgsql as $$
  begin
    if exists (select from added join daily_closure using (day)) then
      raise exception 'a frozen day: nothing is added to %', tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
  end $$;
  ${['line', 'carried', 'stock']
    .map(
      (part) => `
  create trigger daily_closure_${part}_frozen after insert on daily_closure_${part} referencing new table as added
    for each statement execute function refuse_after_freezing();
  create trigger daily_closure_${part}_kept before update or delete or truncate on daily_closure_${part} execute function refuse_change();`,
    )
    .join('')}
  create trigger daily_closure_addendum_kept before update or delete or truncate on daily_closure_addendum execute function refuse_change();
  create trigger daily_closure_kept before delete or truncate on daily_closure execute function refuse_change();
  create trigger daily_closure_unchanged before update on daily_closure for each row
    when (old.signed_at is not null or (old.day, old.ended_at, old.frozen_at) is distinct from (new.day, new.ended_at, new.frozen_at))
    execute function refuse_change();
`;

/** A fact that is stored after its day was frozen belongs to the day that is open then, and an issue's moves are booked in their order. */
const booking = `
  create or replace function book_issue_move() returns trigger language plpgsql as $$
  declare
    open_since date;
  begin
    -- whoever closes the day takes this lock alone: what is under way is counted, what comes after goes to the next day
    perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
    if tg_op = 'INSERT' then
      insert into issue_move (issue_id, moved_at, booked_on, to_status, to_task_force, to_town_code, channel, reason)
      values (new.id, new.changed_at, greatest(new.changed_on, (select max(day) + 1 from daily_closure)),
        new.status, new.task_force, new.town_code, new.channel, new.status_reason);
      return null;
    end if;
    select max(booked_on) into open_since from issue_move where issue_id = new.id;
    insert into issue_move (issue_id, moved_at, booked_on, from_status, to_status, from_task_force, to_task_force, from_town_code, to_town_code, channel, reason)
    values (new.id, new.changed_at, greatest(new.changed_on, open_since, (select max(day) + 1 from daily_closure)),
      old.status, new.status, old.task_force, new.task_force, old.town_code, new.town_code, new.channel, new.status_reason);
    return null;
  end $$;

  alter table report add booked_at timestamptz(3);
  update report set booked_at = registered_at;
  alter table report alter booked_at set not null;
  create index report_booked on report (booked_at, channel, issue_id);

  alter table callback
    add booked_at timestamptz(3),
    add task_force text,
    add town_code text,
    add channel text;
  update callback set booked_at = called_at, task_force = issue.task_force, town_code = issue.town_code, channel = issue.channel
    from issue where issue.id = callback.issue_id;
  alter table callback alter booked_at set not null, alter channel set not null;
  create index callback_booked on callback (booked_at) include (task_force, town_code, channel, outcome, satisfaction);

  create function book_report() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
    new.booked_at := greatest(new.registered_at, (select ended_at from daily_closure order by day desc limit 1));
    return new;
  end $$;
  alter table call add booked_at timestamptz(3);
  update call set booked_at = taken_at;
  alter table call alter booked_at set not null;
  create index call_booked on call (booked_at);

  create function book_call() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
    new.booked_at := greatest(new.taken_at, (select ended_at from daily_closure order by day desc limit 1));
    return new;
  end $$;
  create trigger call_booked before insert on call for each row execute function book_call();
  create trigger report_booked before insert on report for each row execute function book_report();

  create function book_callback() returns trigger language plpgsql as $$
  begin
    perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
    new.booked_at := greatest(new.called_at, (select ended_at from daily_closure order by day desc limit 1));
    -- of what is judged: a callback that was not settled has taken the issue from its task force already
    select to_task_force, to_town_code, channel into new.task_force, new.town_code, new.channel
      from issue_move where issue_id = new.issue_id and to_status in ('SOLVED', 'ANSWERED') order by id desc limit 1;
    if new.channel is null then
      select task_force, town_code, channel into new.task_force, new.town_code, new.channel from issue where id = new.issue_id;
    end if;
    return new;
  end $$;
  create trigger callback_booked before insert on callback for each row execute function book_callback();
`;

/** When the task forces' clocks fell due and were met, as they told it: what the response and the on-time rate are read from. */
const clocks = `
  create table task_clock (
    task_id uuid not null,
    kind text not null check (kind in ('ACCEPTANCE', 'SOLUTION')),
    issue_id uuid,
    common_issue_id uuid,
    task_force text not null,
    town_code text,
    channel text,
    due_at timestamptz(3) not null,
    met_at timestamptz(3),
    missed boolean not null default false,
    handed_over_at timestamptz(3),
    cancelled_at timestamptz(3),
    primary key (task_id, kind),
    constraint task_clock_of_one check ((issue_id is null) <> (common_issue_id is null))
  );
  create index task_clock_due on task_clock (due_at);
`;

const reading = `
  create index issue_open_by_town on issue (town_code, status) include (task_force, channel, registered_at, callback_due_at)
    where status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED');
  drop index issue_move_booked;
  create index issue_move_booked on issue_move (booked_on, to_status, to_town_code) include (from_status, from_town_code);
`;

export class Closure1700000000008 implements MigrationInterface {
  name = 'Closure1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [closures, frozen, booking, clocks, reading]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
