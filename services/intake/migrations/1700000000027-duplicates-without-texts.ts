import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What two issues say stands in their reports alone; beside a hint it is looked up. */
const withoutTexts = `
  update issue_suggestion set duplicates = (
    select jsonb_agg(hint || jsonb_build_object('evidence', (
      select coalesce(jsonb_agg(line order by n), '[]') from jsonb_array_elements(hint -> 'evidence') with ordinality as told (line, n)
      where line #>> '{}' !~ '^(本件|对照):“')) order by nth)
    from jsonb_array_elements(duplicates) with ordinality as found (hint, nth))
  where duplicates::text ~ '"(本件|对照):“';
`;

export class DuplicatesWithoutTexts1700000000027 implements MigrationInterface {
  name = 'DuplicatesWithoutTexts1700000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(withoutTexts);
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
