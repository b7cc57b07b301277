import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Name and number in plain are from before the seal; `seal-reporters` of the releases until now has emptied them. */
const sealedOnly = `
  do $$ begin
    if exists (select from reporter where name is not null or phone is not null) then
      raise exception 'reporters are still in plain: run the release before this one until seal-reporters has sealed them';
    end if;
  end $$;
  drop index reporter_in_plain;
  alter table reporter
    drop constraint reporter_plain_check,
    drop column name,
    drop column phone,
    add column pseudonym int,
    add column pseudonymised_at timestamptz(3),
    add constraint reporter_pseudonym_check check (pseudonym > 0 and pseudonymised_at is not null or pseudonym is null and pseudonymised_at is null),
    add constraint reporter_gone_check check (pseudonymised_at is null or (sealed is null and name_mask is null and phone_mask is null));
`;

const policy = `
  create table retention_policy (
    version int not null check (version > 0),
    kind text not null check (kind in ('REPORTER_CONTACT', 'PUBLIC_OPINION_ITEM')),
    after text not null check (after ~ '^P([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$' and after ~ '[0-9]'),
    set_at timestamptz(3) not null,
    set_by text check (set_by <> ''),
    primary key (version, kind)
  );
  insert into retention_policy values
    (1, 'REPORTER_CONTACT', 'P12M', '2020-02-01T00:00:00Z', null), (1, 'PUBLIC_OPINION_ITEM', 'P30D', '2020-02-01T00:00:00Z', null);
  create trigger retention_policy_kept before update or delete or truncate on retention_policy execute function refuse_change();
`;

/** Which issues are written off and still hold who reported them: what is due is read from here, however many issues there are. */
const held = `
  create table retained_contact (
    issue_id uuid primary key references issue on delete cascade,
    written_off_at timestamptz(3) not null
  );
  create index retained_contact_oldest on retained_contact (written_off_at, issue_id);
  insert into retained_contact select id, written_off_at from issue where status = 'WRITTEN_OFF';

  create function retain_contact() returns trigger language plpgsql as $$
  begin
    if new.status = 'WRITTEN_OFF' then
      insert into retained_contact values (new.id, new.written_off_at)
        on conflict (issue_id) do update set written_off_at = excluded.written_off_at;
    else
      delete from retained_contact where issue_id = new.id;
    end if;
    return null;
  end $$;
  create trigger issue_retained after insert on issue for each row when (new.status = 'WRITTEN_OFF') execute function retain_contact();
  create trigger issue_retained_again after update of status, written_off_at on issue for each row
    when ((old.status = 'WRITTEN_OFF' or new.status = 'WRITTEN_OFF') and (old.status, old.written_off_at) is distinct from (new.status, new.written_off_at))
    execute function retain_contact();

  create index call_public_opinion on call (taken_at, id) where channel = 'PUBLIC_OPINION';
`;

const carriedOut = `
  create table retention_run (
    day date primary key,
    version int not null default 0,
    due_at timestamptz(3) not null,
    begun_at timestamptz(3) not null,
    kind text check (kind in ('REPORTER_CONTACT', 'PUBLIC_OPINION_ITEM')),
    after_at timestamptz(3) not null default '-infinity',
    after_id uuid not null default '00000000-0000-0000-0000-000000000000',
    ended_at timestamptz(3),
    check ((kind is null) = (ended_at is not null))
  );

  -- of calls that are gone: how many there were stays a figure
  create table call_tally (
    day date not null,
    channel text not null,
    town_code text references town,
    calls int not null check (calls > 0),
    constraint call_tally_of unique nulls not distinct (day, channel, town_code)
  );
`;

export class Retention1700000000016 implements MigrationInterface {
  name = 'Retention1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [sealedOnly, policy, held, carriedOut]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
