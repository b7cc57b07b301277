import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { LRUCache } from 'lru-cache';
import { In } from 'typeorm';
import { indexed } from './domain/retrieval.ts';
import type { Weighed } from './domain/weigh.ts';
import { listOf } from './list-of.ts';
import { IssueLikenessTable, type IssueLikeness } from './suggestion.table.ts';

const KEPT = 5_000;

/** Issues as they are compared. What is read of them stays as it was written once: it is kept here, and read again where it was forgotten. */
@Injectable()
export class LikenessRows {
  readonly #kept = new LRUCache<string, IssueLikeness>({ max: KEPT });

  /** With the terms by which they are found. */
  async insert(tx: Tx, rows: readonly IssueLikeness[]): Promise<void> {
    if (rows.length === 0) return;
    await insertAll(tx, IssueLikenessTable, rows);
    const terms = rows.map(({ weighed }) => indexed(weighed));
    await tx.manager.query(
      `insert into issue_term (term, received_at, issue_id)
       select l.term, ($3::timestamptz[])[l.n], ($4::uuid[])[l.n] from unnest(string_to_array($1, E'\\n'), $2::int[]) as l (term, n)`,
      [
        listOf(terms.flat()),
        terms.flatMap((each, i) => each.map(() => i + 1)),
        rows.map(({ receivedAt }) => receivedAt),
        rows.map(({ issueId }) => issueId),
      ],
    );
    // of a transaction that fails as well: what it knows of such an issue is written anew before it is asked for
    for (const row of rows) this.#kept.set(row.issueId, row);
  }

  /** Of issues that are there: their firms are called otherwise now. */
  async rename(tx: Tx, rows: readonly IssueLikeness[]): Promise<void> {
    await insertAll(tx, IssueLikenessTable, rows, 'issueId');
  }

  async byIds(tx: Tx, issueIds: readonly string[]): Promise<Map<string, IssueLikeness>> {
    const missing = [...new Set(issueIds)].filter((id) => !this.#kept.has(id));
    const read = missing.length > 0 ? await tx.manager.findBy(IssueLikenessTable, { issueId: In(missing) }) : [];
    const fresh = new Map(read.map((row) => [row.issueId, row]));
    for (const row of read) this.#kept.set(row.issueId, row);
    const found = issueIds.flatMap((id) => fresh.get(id) ?? this.#kept.get(id) ?? []);
    return new Map(found.map((row) => [row.issueId, row]));
  }

  async weighedOf(tx: Tx, issueIds: readonly string[]): Promise<Weighed[]> {
    return [...(await this.byIds(tx, issueIds)).values()].map(({ weighed }) => weighed);
  }
}
