import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { v7 as uuidv7 } from 'uuid';
import { BatchItemTable } from './batch.table.ts';
import type { BatchItem, Outcome, RevertOutcome } from './domain/batch.ts';
import type { Judgement } from './domain/judge.ts';
import type { Reason } from './domain/reasons.ts';

export interface Judged extends Judgement {
  readonly issueId: string;
  readonly byHand: boolean;
}

/** What became of one line. */
export interface Result<O> {
  readonly id: string;
  readonly outcome: O;
  readonly because: string | null;
  readonly before?: object | null;
}

/** How many lines at most, or which one. */
export interface Some {
  readonly most: number;
  readonly only?: string;
}

const LINE = { APPLY: 'outcome', REVERT: 'revert_outcome' } as const;
export type Work = keyof typeof LINE;

/** The lines of batches: one per issue, each with what became of it. */
@Injectable()
export class Ledger {
  async list(tx: Tx, batchId: string, judged: readonly Judged[]): Promise<void> {
    await tx.manager.query(
      `insert into batch_item (id, batch_id, issue_id, by_hand, verdict, verdict_because)
       select told.id, $1, told.issue_id, told.by_hand, told.verdict, told.because
       from unnest($2::uuid[], $3::uuid[], $4::boolean[], $5::text[], $6::text[]) as told (id, issue_id, by_hand, verdict, because)`,
      [
        batchId,
        judged.map(() => uuidv7()),
        judged.map(({ issueId }) => issueId),
        judged.map(({ byHand }) => byHand),
        judged.map(({ verdict }) => verdict),
        judged.map(({ because }) => because),
      ],
    );
  }

  lines(tx: Tx, batchId: string): Promise<BatchItem[]> {
    return tx.manager.find(BatchItemTable, { where: { batchId }, order: { id: 'ASC' } });
  }

  /** Puts lines into hand; who confirmed each is kept. */
  async order(tx: Tx, items: readonly BatchItem[], by: string): Promise<void> {
    await tx.manager.query(
      `update batch_item set outcome = 'PENDING', outcome_because = null, confirmed_by = $2 where id = any($1)`,
      [items.map(({ id }) => id), by],
    );
  }

  /** Calls off what is not applied yet, and puts what is into hand to be taken back. */
  async orderBack(tx: Tx, batchId: string, at: Date): Promise<void> {
    await this.callOff(tx, batchId, 'BATCH_REVERTED', at);
    await tx.manager.query(
      `update batch_item set revert_outcome = 'PENDING', revert_because = null
       where batch_id = $1 and outcome = 'APPLIED' and (revert_outcome is null or revert_outcome = 'FAILED')`,
      [batchId],
    );
  }

  /** What is still in hand is not to be done any more. */
  async callOff(tx: Tx, batchId: string, because: Reason, at: Date): Promise<void> {
    await tx.manager.query(
      `update batch_item set outcome = 'SKIPPED', outcome_because = $2, outcome_at = $3 where batch_id = $1 and outcome = 'PENDING'`,
      [batchId, because, at],
    );
  }

  /** Takes lines in hand that nobody else has, in the order of the preview; of some, where they are named. */
  async claim(tx: Tx, batchId: string, work: Work, some: Some): Promise<BatchItem[]> {
    const query = tx.manager
      .createQueryBuilder(BatchItemTable, 'item')
      .where(`item.batchId = :batchId and item.${LINE[work]} = 'PENDING'`, { batchId });
    if (some.only !== undefined) query.andWhere('item.id = :only', some);
    return query.orderBy('item.id').limit(some.most).setLock('for_no_key_update').setOnLocked('skip_locked').getMany();
  }

  /** Lines that are still to be done, also those that somebody is just doing. */
  async inHand(tx: Tx, batchId: string, work: Work, most: number): Promise<string[]> {
    const rows = await tx.manager.query<{ id: string }[]>(
      `select id from batch_item where batch_id = $1 and ${LINE[work]} = 'PENDING' order by id limit $2`,
      [batchId, most],
    );
    return rows.map(({ id }) => id);
  }

  async enter(tx: Tx, results: readonly Result<Outcome>[], at: Date): Promise<void> {
    await tx.manager.query(
      `update batch_item as item set outcome = told.outcome, outcome_because = told.because, outcome_at = $5, before = told.before
       from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[]) as told (id, outcome, because, before) where item.id = told.id`,
      [
        results.map(({ id }) => id),
        results.map(({ outcome }) => outcome),
        results.map(({ because }) => because),
        results.map(({ before }) => (before ? JSON.stringify(before) : null)),
        at,
      ],
    );
  }

  async enterBack(tx: Tx, results: readonly Result<RevertOutcome>[], at: Date): Promise<void> {
    await tx.manager.query(
      `update batch_item as item set revert_outcome = told.outcome, revert_because = told.because, reverted_at = $4
       from unnest($1::uuid[], $2::text[], $3::text[]) as told (id, outcome, because) where item.id = told.id`,
      [results.map(({ id }) => id), results.map(({ outcome }) => outcome), results.map(({ because }) => because), at],
    );
  }
}
