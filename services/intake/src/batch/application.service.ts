import { Injectable } from '@nestjs/common';
import { Rejection } from '@qifutong/kernel/rejection';
import type { Tx } from '@qifutong/persistence/database';
import type { Issue } from '../issue/domain/issue.ts';
import { SettlementService, type Before } from '../issue/settlement.service.ts';
import type { Batch, BatchItem, Outcome, RevertOutcome } from './domain/batch.ts';
import { objectionTo } from './domain/objection-to.ts';
import { whyKept } from './domain/keep.ts';
import type { Reason } from './domain/reasons.ts';
import { Ledger, type Result, type Some } from './ledger.service.ts';
import { judged, MeasureQueries, type Measured } from './measure.queries.ts';

/** The word of a batch against applying or reverting one line; its code is the line's reason. */
class Objection extends Rejection {
  constructor(reason: Reason) {
    super(reason, reason);
  }
}

function resultOf<O extends string>(
  id: string,
  outcome: object | undefined,
  done: O,
): Result<O | 'SKIPPED' | 'FAILED'> {
  if (!(outcome instanceof Rejection)) return { id, outcome: done, because: null };
  return { id, outcome: outcome instanceof Objection ? 'SKIPPED' : 'FAILED', because: outcome.code };
}

/** Does a few lines of a batch, within a transaction. */
@Injectable()
export class ApplicationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly measures: MeasureQueries,
    private readonly settlement: SettlementService,
  ) {}

  /** Applies what is in hand, each judged anew by the state that it has now. @returns how many lines */
  async apply(tx: Tx, batch: Batch, some: Some): Promise<number> {
    const measured = (await this.measures.measure(tx, batch.guidanceId, batch.policyVersion))!;
    const { withdrawn } = measured.standing;
    const gone = withdrawn ? 'GUIDANCE_WITHDRAWN' : 'GUIDANCE_SUPERSEDED';
    if (withdrawn || measured.measure.guidanceVersion !== batch.guidanceVersion) {
      await this.ledger.callOff(tx, batch.id, gone, await tx.now());
      return 0;
    }
    const items = await this.ledger.claim(tx, batch.id, 'APPLY', some);
    if (items.length > 0) await this.#applyItems(tx, batch, measured, items);
    return items.length;
  }

  async #applyItems(tx: Tx, batch: Batch, measured: Measured, items: readonly BatchItem[]): Promise<void> {
    const { measure, authors, standing } = measured;
    const { guidanceId, guidanceVersion, id: batchId } = batch;
    const ids = items.map(({ issueId }) => issueId);
    const facts = new Map((await this.measures.facts(tx, measure, ids)).map((fact) => [fact.id, fact]));
    const lines = new Map(items.map((item) => [item.issueId, item]));
    const before = new Map<string, Before>();
    const objection = (issue: Issue) => {
      const { status, statusReason, statusNote, domain } = issue;
      before.set(issue.id, { status, statusReason, statusNote, domain });
      const line = lines.get(issue.id)!;
      const candidate = { ...facts.get(issue.id)!, ...issue, byHand: line.byHand };
      const because = objectionTo(line, judged(candidate, measure));
      return because === null ? null : new Objection(because);
    };
    const settlement = { guidanceId, guidanceVersion, standing, domain: measure.domain, batchId, authors };
    const told = new Map(items.map(({ issueId, confirmedBy }) => [issueId, { ...settlement, by: confirmedBy! }]));
    const outcomes = await this.settlement.settleMany(tx, { told, objection });
    const results = items.map(({ id, issueId }): Result<Outcome> => {
      const result = resultOf(id, outcomes.get(issueId), 'APPLIED');
      return result.outcome === 'APPLIED' ? { ...result, before: before.get(issueId)! } : result;
    });
    await this.ledger.enter(tx, results, await tx.now());
  }

  /** Takes back what is in hand, where the present solution is still this batch's. @returns how many lines */
  async revert(tx: Tx, batch: Batch, some: Some): Promise<number> {
    const items = await this.ledger.claim(tx, batch.id, 'REVERT', some);
    if (items.length === 0) return 0;
    const told = new Map(
      items.map(({ issueId, before }) => [
        issueId,
        { batchId: batch.id, before: before as Before, by: batch.revertedBy! },
      ]),
    );
    const objection = (issue: Issue) => {
      const kept = whyKept(issue, batch.id);
      return kept === null ? null : new Objection(kept);
    };
    const outcomes = await this.settlement.unsettleMany(tx, { told, objection });
    const results = items.map(({ id, issueId }): Result<RevertOutcome> =>
      resultOf(id, outcomes.get(issueId), 'REVERTED'),
    );
    await this.ledger.enterBack(tx, results, await tx.now());
    return items.length;
  }
}
