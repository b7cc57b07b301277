import type { Domain, Urgency } from '@qifutong/contracts/fields';
import { reject } from './rejections.ts';

export const commonIssueStates = ['PROPOSED', 'DECLINED', 'CONFIRMED', 'DISPATCHED', 'SETTLED', 'CLOSED'] as const;
export type CommonIssueState = (typeof commonIssueStates)[number];

/** What it was found by: likeness of reports, an analyst's eye, or the figures before anybody reported it (将问题化解在前). */
export const origins = ['LIKENESS', 'ANALYST', 'FORESIGHT'] as const;
export type Origin = (typeof origins)[number];

/** 共性问题 */
export interface CommonIssue {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly state: CommonIssueState;
  readonly title: string;
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly origin: Origin;
  /** which texts, which shared terms, what score, by which policy */
  readonly evidence: readonly string[];
  /** how many were alike when it was proposed, of how many firms in what time; null where people proposed it */
  readonly founding: string | null;
  readonly cause: string | null;
  /** the cause is one of the county's own rules */
  readonly causeIsOwnRule: boolean;
  readonly taskForce: string | null;
  readonly guidanceId: string | null;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: string | null;
  readonly declinedAt: Date | null;
  readonly declinedBy: string | null;
  readonly declinedBecause: string | null;
  readonly dispatchedAt: Date | null;
  /** its one task: accepted, and its solution proposed */
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly solvedAt: Date | null;
  readonly solvedBy: string | null;
  readonly settledAt: Date | null;
  readonly closedAt: Date | null;
}

/** An issue in a common issue: proposed, a member, declined with the proposal, or taken out again. */
export interface CommonIssueMember {
  readonly id: string;
  readonly commonIssueId: string;
  readonly issueId: string;
  readonly state: MemberState;
  /** how alike, 0 to 1; null where a person put it in */
  readonly score: number | null;
  readonly evidence: readonly string[];
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly endedAt: Date | null;
  /** why it is not or no longer a member: a code of the rules, or what somebody said */
  readonly because: string | null;
}

export const memberStates = ['PROPOSED', 'MEMBER', 'DECLINED', 'OUT'] as const;
export type MemberState = (typeof memberStates)[number];

/** The state table of domain.md 2.5. */
const moves = {
  extend: ['PROPOSED'],
  confirm: ['PROPOSED'],
  decline: ['PROPOSED'],
  dispatch: ['CONFIRMED'],
  link: ['CONFIRMED', 'DISPATCHED', 'SETTLED', 'CLOSED'],
  followTask: ['DISPATCHED', 'SETTLED', 'CLOSED'],
  deliberate: ['PROPOSED', 'CONFIRMED', 'DISPATCHED', 'SETTLED'],
  setCause: ['PROPOSED', 'CONFIRMED', 'DISPATCHED', 'SETTLED', 'CLOSED'],
  settle: ['CONFIRMED', 'DISPATCHED'],
  settleAnew: ['SETTLED', 'CLOSED'],
  close: ['SETTLED'],
} as const satisfies Record<string, readonly CommonIssueState[]>;
export type CommonIssueMove = keyof typeof moves;

/** @throws COMMON_ISSUE_STATE_FORBIDS_MOVE, naming state and move */
export function assertMove({ number, state }: CommonIssue, move: CommonIssueMove): void {
  if (!(moves[move] as readonly CommonIssueState[]).includes(state))
    throw reject('COMMON_ISSUE_STATE_FORBIDS_MOVE', { number, state, move });
}
