import type { MigrationInterface, QueryRunner } from 'typeorm';
import { findable } from '../src/guidance/folded.ts';

interface Row {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

const AT_ONCE = 500;

const NEXT = `select guidance_id as id, number, version.title, version.text
  from guidance_search join guidance_version version using (guidance_id, number)
  where $1::uuid is null or (guidance_id, number) > ($1, $2) order by guidance_id, number limit ${AT_ONCE}`;

const AGAIN = `update guidance_search set title = made.title, words = made.words, title_tokens = made."titleTokens", tokens = made.tokens
  from jsonb_to_recordset($1) as made (id uuid, number int, title text, words text, "titleTokens" text[], tokens text[])
  where guidance_id = made.id and guidance_search.number = made.number and guidance_search.words is distinct from made.words`;

/** What was published before is found in simplified and in traditional characters too. */
export class GuidancesFolded1700000000019 implements MigrationInterface {
  name = 'GuidancesFolded1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    for (let last: Row | undefined, more = true; more;) {
      const rows = (await runner.query(NEXT, [last?.id ?? null, last?.number ?? null])) as Row[];
      const made = rows.map(({ id, number, ...said }) => ({ id, number, ...findable(said) }));
      await runner.query(AGAIN, [JSON.stringify(made)]);
      last = rows.at(-1);
      more = rows.length === AT_ONCE;
    }
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}
