import type { MigrationInterface, QueryRunner } from 'typeorm';

const corrections = `
  create table firm_correction (
    id uuid primary key,
    issue_id uuid not null references issue,
    was text not null references firm,
    became text references firm,
    corrected_by text not null check (corrected_by <> ''),
    corrected_at timestamptz(3) not null,
    reason text not null check (char_length(reason) between 1 and 2000),
    constraint firm_correction_corrects check (became is distinct from was)
  );
  create index firm_correction_of on firm_correction (issue_id, corrected_at, id);
`;

/**
 * Whose an issue is stands with the issue alone: what likeness keeps holds the words, and the key of the name by which they are found.
 * An issue whose firm changes is suggested for again, after those that were never suggested for; where the match was wrong, so
 * are the latest of both firms, which may have met it as one of their own.
 */
const anew = `
  alter table issue_likeness drop column firm_credit_code, drop column firm_name;

  alter table issue_to_suggest
    drop constraint issue_to_suggest_pkey,
    add id bigint generated always as identity primary key,
    add again boolean not null default false;
  create unique index issue_to_suggest_once on issue_to_suggest (issue_id) where not again;
  drop index issue_to_suggest_in_order;
  create index issue_to_suggest_in_order on issue_to_suggest (again, registered_at, issue_id);

  create function issue_awaits_suggestion_again() returns trigger language plpgsql as $$
  begin
    insert into issue_to_suggest (issue_id, registered_at, again)
    select id, registered_at, true from (
      select new.id, new.registered_at
      union
      select same_firm.id, same_firm.registered_at from unnest(array[old.firm_credit_code, new.firm_credit_code]) as firm (code)
      cross join lateral (
        select id, registered_at from issue where firm_credit_code = firm.code order by registered_at desc, id desc limit 20) as same_firm
      where old.firm_credit_code is not null
    ) as concerned;
    return null;
  end $$;
  create trigger issue_awaits_suggestion_again after update of firm_credit_code on issue for each row
    when (old.firm_credit_code is distinct from new.firm_credit_code) execute function issue_awaits_suggestion_again();
`;

export class MatchesSetRight1700000000011 implements MigrationInterface {
  name = 'MatchesSetRight1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(corrections);
    await runner.query(anew);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
