import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Verdict } from './judge.ts';
import { reject } from './rejections.ts';

export const batchStates = ['PREVIEWED', 'APPLYING', 'APPLIED', 'REVERTING', 'REVERTED'] as const;
export type BatchState = (typeof batchStates)[number];

/** 批量化解: one guidance applied to many issues, with a ledger. */
export interface Batch {
  readonly id: string;
  readonly version: number;
  readonly state: BatchState;
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  readonly commonIssueId: string | null;
  readonly policyVersion: number;
  readonly previewedAt: Date;
  readonly previewedBy: string;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  readonly appliedAt: Date | null;
  readonly revertedAt: Date | null;
  readonly revertedBy: string | null;
  readonly revertedBecause: string | null;
}

export const outcomes = ['PENDING', 'APPLIED', 'SKIPPED', 'FAILED'] as const;
export type Outcome = (typeof outcomes)[number];
export const revertOutcomes = ['PENDING', 'REVERTED', 'SKIPPED', 'FAILED'] as const;
export type RevertOutcome = (typeof revertOutcomes)[number];

/** One line of the ledger. */
export interface BatchItem {
  readonly id: string;
  readonly batchId: string;
  readonly issueId: string;
  readonly byHand: boolean;
  readonly verdict: Verdict;
  readonly verdictBecause: string | null;
  readonly outcome: Outcome | null;
  readonly outcomeBecause: string | null;
  readonly outcomeAt: Date | null;
  readonly confirmedBy: string | null;
  /** what it was before it was applied */
  readonly before: object | null;
  readonly revertOutcome: RevertOutcome | null;
  readonly revertBecause: string | null;
  readonly revertedAt: Date | null;
}

const moves = {
  apply: ['PREVIEWED', 'APPLYING', 'APPLIED'],
  revert: ['APPLYING', 'APPLIED', 'REVERTED'],
} as const satisfies Record<string, readonly BatchState[]>;

function assertMove({ state }: Batch, move: keyof typeof moves): void {
  if (!(moves[move] as readonly BatchState[]).includes(state))
    throw reject('BATCH_STATE_FORBIDS_MOVE', { state, move });
}

type Decided = Decision<Batch, Announcement>;

interface Preview {
  readonly id: string;
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  readonly commonIssueId: string | null;
  readonly policyVersion: number;
  readonly by: string;
}

/** What would become of every issue is listed; nothing is done. */
export function preview({ by, ...told }: Preview, now: Date): Decided {
  const state: Batch = {
    ...told,
    version: 0,
    state: 'PREVIEWED',
    previewedAt: now,
    previewedBy: by,
    confirmedAt: null,
    confirmedBy: null,
    appliedAt: null,
    revertedAt: null,
    revertedBy: null,
    revertedBecause: null,
  };
  return { state, events: [] };
}

/** A person says that it is to be done, or done again for what is missing. */
export function confirm(batch: Batch, { by }: { by: string }, now: Date): Decided {
  assertMove(batch, 'apply');
  const { confirmedAt, confirmedBy } = batch;
  const state: Batch = { ...batch, state: 'APPLYING', confirmedAt: confirmedAt ?? now, confirmedBy: confirmedBy ?? by };
  return { state: { ...state, appliedAt: null }, events: [] };
}

export function revert(batch: Batch, { by, reason }: { by: string; reason: string }, now: Date): Decided {
  assertMove(batch, 'revert');
  return {
    state: { ...batch, state: 'REVERTING', revertedAt: now, revertedBy: by, revertedBecause: reason },
    events: [],
  };
}

/** Nothing of it is left to do. */
export function finish(batch: Batch, now: Date): Decided {
  if (batch.state === 'APPLYING') return { state: { ...batch, state: 'APPLIED', appliedAt: now }, events: [] };
  if (batch.state === 'REVERTING') return { state: { ...batch, state: 'REVERTED' }, events: [] };
  return { state: batch, events: [] };
}
