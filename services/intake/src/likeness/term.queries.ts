import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { LRUCache } from 'lru-cache';
import { ALL } from './domain/seen.ts';
import { listOf } from './list-of.ts';

const KEPT = 100_000;

/** In how many issues each term was seen so far; how many issues there were stands under `ALL`. */
@Injectable()
export class TermQueries {
  readonly #kept = new LRUCache<string, number>({ max: KEPT });
  /** how many issues there were when what is kept was so; where there are others now, another instance counted */
  #asOf = 0;

  async seen(tx: Tx, terms: readonly string[]): Promise<Map<string, number>> {
    const missing = terms.filter((term) => !this.#kept.has(term));
    const read = await this.#read(tx, missing);
    const issues = read.get(ALL)!;
    if (issues === this.#asOf) return new Map(terms.map((term) => [term, read.get(term) ?? this.#kept.get(term) ?? 0]));
    this.#kept.clear();
    this.#asOf = issues;
    return this.#read(tx, terms);
  }

  async #read(tx: Tx, terms: readonly string[]): Promise<Map<string, number>> {
    const rows: { term: string; issues: number }[] = await tx.manager.query(
      `select term, issues from likeness_term where term = any (string_to_array($1, E'\\n'))`,
      [listOf([ALL, ...terms])],
    );
    const counts = new Map([ALL, ...terms].map((term) => [term, 0]));
    for (const { term, issues } of rows) counts.set(term, issues);
    return counts;
  }

  /** @returns what is to be remembered once the transaction is committed */
  async count(tx: Tx, before: ReadonlyMap<string, number>, since: ReadonlyMap<string, number>): Promise<() => void> {
    await tx.manager.query(
      `insert into likeness_term (term, issues) select * from unnest(string_to_array($1, E'\\n'), $2::int[])
       on conflict (term) do update set issues = likeness_term.issues + excluded.issues`,
      [listOf([...since.keys()]), [...since.values()]],
    );
    return () => {
      for (const [term, issues] of since) this.#kept.set(term, (before.get(term) ?? 0) + issues);
      this.#asOf = this.#kept.get(ALL)!;
    };
  }
}
