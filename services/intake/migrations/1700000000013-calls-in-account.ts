import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A call that became no issue is booked on an open day as reports are, and stands in the day's account. */
export class CallsInAccount1700000000013 implements MigrationInterface {
  name = 'CallsInAccount1700000000013';

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
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
