import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';

/** In how many issues each term was seen so far; how many issues there were stands under ''. */
@Injectable()
export class TermQueries {
  async seen(tx: Tx, terms: readonly string[]): Promise<Map<string, number>> {
    const rows: { term: string; issues: number }[] = await tx.manager.query(
      `select term, issues from likeness_term where term = any ($1)`,
      [terms],
    );
    return new Map(rows.map(({ term, issues }) => [term, issues]));
  }

  async count(tx: Tx, since: ReadonlyMap<string, number>): Promise<void> {
    await tx.manager.query(
      `insert into likeness_term (term, issues) select * from unnest($1::text[], $2::int[])
       on conflict (term) do update set issues = likeness_term.issues + excluded.issues`,
      [[...since.keys()], [...since.values()]],
    );
  }
}
