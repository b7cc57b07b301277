import type { Domain, Urgency } from '@qifutong/contracts/fields';

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
  readonly settledAt: Date | null;
  readonly closedAt: Date | null;
}

/** An issue in a common issue: proposed, a member, declined with the proposal, or taken out again. */
export interface CommonIssueMember {
  readonly commonIssueId: string;
  readonly issueId: string;
  readonly state: 'PROPOSED' | 'MEMBER' | 'DECLINED' | 'OUT';
  /** how alike, 0 to 1; null where a person put it in */
  readonly score: number | null;
  readonly evidence: readonly string[];
  readonly addedAt: Date;
  readonly addedBy: string;
  readonly endedAt: Date | null;
}
