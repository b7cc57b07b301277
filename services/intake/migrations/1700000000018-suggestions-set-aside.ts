import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An issue whose suggestion cannot be made keeps nobody else's waiting; how many issues there were stands under a term that no text has. */
const schema = `
  create table suggestion_set_aside (
    issue_id uuid primary key references issue,
    set_aside_at timestamptz(3) not null,
    because text not null check (because <> '')
  );
  update likeness_term set term = '*' where term = '';
  alter table likeness_term add constraint likeness_term_not_empty check (term <> '');
`;

export class SuggestionsSetAside1700000000018 implements MigrationInterface {
  name = 'SuggestionsSetAside1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
