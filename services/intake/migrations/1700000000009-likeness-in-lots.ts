import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is like an issue is found by term and time together: an index of arrays of terms has to be read for all of the
 * past, or the window's arrays one by one. No foreign key is checked for each of thirty rows: a trigger takes them away.
 */
const terms = `
  create table issue_term (
    term text not null,
    received_at timestamptz(3) not null,
    issue_id uuid not null,
    primary key (term, received_at, issue_id)
  );
  insert into issue_term select distinct unnest(terms), received_at, issue_id from issue_likeness;
  create function issue_likeness_forgotten() returns trigger language plpgsql as $$
  begin
    delete from issue_term using gone where issue_term.issue_id = gone.issue_id;
    return null;
  end $$;
  create trigger issue_likeness_forgotten after delete on issue_likeness
    referencing old table as gone for each statement execute function issue_likeness_forgotten();
  drop index issue_likeness_received, issue_likeness_of_firm, issue_likeness_firm_key;
  alter table issue_likeness drop column terms;
  create index issue_likeness_of_firm on issue_likeness (firm_credit_code, received_at, issue_id) where firm_credit_code is not null;
  create index issue_likeness_firm_key on issue_likeness (firm_key, received_at, issue_id) where firm_key is not null;

  create table common_issue_term (
    common_issue_id uuid not null references common_issue_core on delete cascade,
    term text not null,
    primary key (common_issue_id, term)
  );
  insert into common_issue_term select distinct common_issue_id, unnest(terms) from common_issue_core;
  create index common_issue_term_of on common_issue_term (term, common_issue_id);
  alter table common_issue_core drop column terms;
`;

export class LikenessInLots1700000000009 implements MigrationInterface {
  name = 'LikenessInLots1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(terms);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
