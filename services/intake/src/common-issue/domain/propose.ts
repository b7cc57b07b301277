import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain, Urgency } from '@qifutong/contracts/fields';
import { commonIssueProposed } from '@qifutong/contracts/intake/common-issue-proposed';
import type { Decision } from '@qifutong/kernel/decision';
import type { CommonIssue, Origin } from './common-issue.ts';

export interface Proposal {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly origin: Origin;
  readonly evidence: readonly string[];
  readonly founding?: string;
  readonly cause?: string | null;
  readonly causeIsOwnRule?: boolean;
  readonly by: string;
}

/** Proposes a common issue; people decide. */
export function propose({ by, ...told }: Proposal, now: Date): Decision<CommonIssue, Announcement> {
  const state: CommonIssue = {
    founding: null,
    cause: null,
    causeIsOwnRule: false,
    ...told,
    version: 0,
    state: 'PROPOSED',
    taskForce: null,
    guidanceId: null,
    proposedAt: now,
    proposedBy: by,
    confirmedAt: null,
    confirmedBy: null,
    declinedAt: null,
    declinedBy: null,
    declinedBecause: null,
    dispatchedAt: null,
    acceptedAt: null,
    acceptedBy: null,
    solvedAt: null,
    solvedBy: null,
    settledAt: null,
    closedAt: null,
  };
  const { id: commonIssueId, number: commonIssueNumber, domain, origin } = state;
  const event = { commonIssueId, commonIssueNumber, domain, origin, proposedAt: now.toISOString() };
  return { state, events: [commonIssueProposed(event)] };
}
