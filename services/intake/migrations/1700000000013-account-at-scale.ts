import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call that became no issue is booked on an open day as reports are, and stands in the day's account; what is frozen is guarded by the statement. */
export class AccountAtScale1700000000013 implements MigrationInterface {
  name = 'AccountAtScale1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table call add booked_at timestamptz(3);
      update call set booked_at = taken_at;
      alter table call alter booked_at set not null;
      create index call_booked on call (booked_at, channel, town_code);
      create function book_call() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock_shared(hashtext('daily_closure' || current_schema()));
        new.booked_at := greatest(new.taken_at, (select ended_at from daily_closure order by day desc limit 1));
        return new;
      end $$;
      create trigger call_booked before insert on call for each row execute function book_call();

      alter table daily_closure_line
        add calls int not null default 0,
        add constraint daily_closure_line_calls check (calls >= 0);
      alter table daily_closure_line alter calls drop default;

      create function refuse_rows_after_freezing() returns trigger language plpgsql as $$
      begin
        if exists (select from added join daily_closure using (day)) then
          raise exception 'a frozen day: nothing is added to %', tg_table_name using errcode = 'restrict_violation';
        end if;
        return null;
      end $$;
      ${['line', 'carried', 'stock']
        .map(
          (part) => `
      drop trigger daily_closure_${part}_frozen on daily_closure_${part};
      create trigger daily_closure_${part}_frozen after insert on daily_closure_${part} referencing new table as added
        for each statement execute function refuse_rows_after_freezing();`,
        )
        .join('')}
      drop function refuse_after_freezing;
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
