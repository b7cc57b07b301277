import { isDeepStrictEqual } from 'node:util';
import type { Database } from '@qifutong/persistence/database';
import { MoreThan, type EntitySchema, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';
import type { CountyTimeService } from './county-time.service.ts';
import type { CountyTime } from './domain/time-limit.ts';

/** What a table keeps that follows from the histories of its clocks. */
export interface Caches<S extends ObjectLiteral & { readonly id: string }> {
  readonly table: EntitySchema<S>;
  /** the state with all of that made anew */
  readonly remade: (state: S, time: CountyTime) => S;
}

/** A row that did not hold what its clocks' histories give. */
export interface Difference {
  readonly id: string;
  readonly columns: readonly string[];
}

export interface Outcome {
  readonly seen: number;
  readonly different: number;
}

const AT_ONCE = 500;
const NOWHERE = '00000000-0000-0000-0000-000000000000';

function changed<S extends object>(before: S, after: S): Partial<S> {
  const entries = Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(value, before[name as keyof S]));
  return Object.fromEntries(entries) as Partial<S>;
}

/** Makes every stored deadline anew from its history: what is stored is a cache, and this is its proof. */
export class Rebuild<S extends ObjectLiteral & { readonly id: string }> {
  constructor(
    private readonly db: Database,
    private readonly countyTime: CountyTimeService,
    private readonly caches: Caches<S>,
  ) {}

  /**
   * Reads the table batch by batch, and holds nobody up: a row is locked only to be mended.
   * @param mend without it, differences are only told
   */
  async run(mend: boolean, tell: (difference: Difference) => void): Promise<Outcome> {
    const time = await this.countyTime.read(this.db.source.manager);
    let outcome: Outcome = { seen: 0, different: 0 };
    for (let batch = await this.#after(NOWHERE); batch.length > 0; batch = await this.#after(batch.at(-1)!.id)) {
      const suspects = batch.filter((one) => Object.keys(changed(one, this.caches.remade(one, time))).length > 0);
      for (const { id } of suspects) {
        const columns = await this.#look(id, mend, time);
        if (columns.length === 0) continue;
        outcome = { ...outcome, different: outcome.different + 1 };
        tell({ id, columns });
      }
      outcome = { ...outcome, seen: outcome.seen + batch.length };
    }
    return outcome;
  }

  #after(id: string): Promise<S[]> {
    const where = { id: MoreThan(id) } as FindOptionsWhere<S>;
    return this.db.source.manager.find(this.caches.table, { where, order: { id: 'ASC' } as never, take: AT_ONCE });
  }

  /** Which columns differ, once nobody else writes the row. */
  #look(id: string, mend: boolean, time: CountyTime): Promise<string[]> {
    return this.db.transaction(async (tx) => {
      tx.concerns = id;
      const where = { id } as FindOptionsWhere<S>;
      const row = await tx.manager.findOne(this.caches.table, { where, lock: { mode: 'for_no_key_update' } });
      const patch = row === null ? {} : changed(row, this.caches.remade(row, time));
      if (mend && Object.keys(patch).length > 0) await tx.manager.update(this.caches.table, where, patch);
      return Object.keys(patch).toSorted();
    });
  }
}
