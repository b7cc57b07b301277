import { Inject, Injectable } from '@nestjs/common';
import { save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { isOfARow, reasonOf } from '@qifutong/persistence/refused-row';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { ApplicationService } from './application.service.ts';
import { batches, BatchTable } from './batch.table.ts';
import { finish, type Batch } from './domain/batch.ts';
import { Ledger, type Some, type Work } from './ledger.service.ts';

/** As many issues as one transaction holds locked. */
const AT_ONCE = 200;

/** Works batches off in bounded transactions; any number of instances may, at the same time and after each other. */
@Injectable()
export class BatchWork {
  constructor(
    private readonly db: Database,
    private readonly application: ApplicationService,
    private readonly ledger: Ledger,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Does one transaction's worth of every batch that is at work. @returns whether there may be more */
  async workOnAll(): Promise<boolean> {
    const found = await this.db.source.query<{ id: string }[]>(
      `select id from batch where state in ('APPLYING', 'REVERTING') order by id`,
    );
    const failures: unknown[] = [];
    let more = false;
    for (const { id } of found) {
      try {
        more = (await this.workOn(id)) || more;
      } catch (cause) {
        failures.push(cause);
      }
    }
    if (failures.length > 0) throw failures[0];
    return more;
  }

  /** Does one transaction's worth of a batch. @returns whether there may be more */
  async workOn(batchId: string): Promise<boolean> {
    try {
      const done = await this.db.transaction((tx) => this.#some(tx, batchId, { most: AT_ONCE }));
      if (done === 0) await this.#finish(batchId);
      return done > 0;
    } catch (cause) {
      if (!isOfARow(cause)) throw cause;
      this.log.warn({ err: cause, batchId }, 'a part of a batch failed; its lines are tried one by one');
      return this.#oneByOne(batchId);
    }
  }

  /** One line that the database refuses does not keep the others; the ledger says why. */
  async #oneByOne(batchId: string): Promise<boolean> {
    const ids = await this.db.transaction(async (tx) => {
      const work = workOf(await this.#held(tx, batchId));
      return work === null ? [] : this.ledger.inHand(tx, batchId, work, AT_ONCE);
    });
    for (const only of ids) {
      try {
        await this.db.transaction((tx) => this.#some(tx, batchId, { most: 1, only }));
      } catch (cause) {
        if (!isOfARow(cause)) throw cause;
        this.log.error({ err: cause, batchId, line: only }, 'a line of a batch failed');
        await this.#fail(batchId, only, reasonOf(cause));
      }
    }
    return ids.length > 0;
  }

  async #some(tx: Tx, batchId: string, some: Some): Promise<number> {
    const batch = await this.#held(tx, batchId);
    const work = workOf(batch);
    if (work === null) return 0;
    return work === 'APPLY' ? this.application.apply(tx, batch, some) : this.application.revert(tx, batch, some);
  }

  /** The batch, in a state that nobody changes until the transaction ends. */
  async #held(tx: Tx, id: string): Promise<Batch> {
    const batch = await tx.manager.findOne(BatchTable, { where: { id }, lock: { mode: 'pessimistic_read' } });
    if (batch === null) throw batches.notFound();
    return batch;
  }

  #fail(batchId: string, only: string, because: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const work = workOf(await this.#held(tx, batchId));
      const items = work === null ? [] : await this.ledger.claim(tx, batchId, work, { most: 1, only });
      const results = items.map(({ id }) => ({ id, outcome: 'FAILED', because }) as const);
      const at = await tx.now();
      await (work === 'APPLY' ? this.ledger.enter(tx, results, at) : this.ledger.enterBack(tx, results, at));
    });
  }

  #finish(batchId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const batch = await tx.manager.findOneOrFail(BatchTable, { where: { id: batchId }, lock });
      const work = workOf(batch);
      if (work === null || (await this.ledger.inHand(tx, batchId, work, 1)).length > 0) return;
      await save(tx, batches, batch, finish);
    });
  }
}

function workOf({ state }: Batch): Work | null {
  if (state === 'APPLYING') return 'APPLY';
  return state === 'REVERTING' ? 'REVERT' : null;
}
