import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain, Urgency } from '@qifutong/contracts/fields';
import { issueTriaged } from '@qifutong/contracts/intake/issue-triaged';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, withHandler, type Issue } from './issue.ts';

interface Triage {
  readonly domain: Domain;
  /** null: as urgent as it was */
  readonly urgency: Urgency | null;
  readonly by: string;
}

/** 研判: says what the issue is about and how urgent it is; can be said again until it is dispatched. The same again is not announced. */
export function triage(issue: Issue, told: Triage, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'triage');
  const { domain, by } = told;
  const urgency = told.urgency ?? issue.urgency;
  const tookUrgency = told.urgency === null && issue.tookUrgency;
  const state = { ...issue, domain, urgency, tookUrgency, handledBy: withHandler(issue, by) };
  if (issue.domain === domain && issue.urgency === urgency) return { state, events: [] };
  return { state, events: [triaged(issue, { domain, urgency, by }, now)] };
}

/** It was said what the issue is about and how urgent it is. */
export function triaged(
  { id: issueId, number, round, townCode, commonIssueId }: Issue,
  { domain, urgency, by }: { readonly domain: Domain; readonly urgency: Urgency; readonly by: string },
  now: Date,
): Announcement {
  const nature = commonIssueId === null ? 'INDIVIDUAL' : 'COMMON';
  const told = { issueId, number, round, nature, domain, urgency, townCode } as const;
  return issueTriaged({ ...told, triagedAt: now.toISOString(), triagedBy: by });
}
