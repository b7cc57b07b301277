import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain, Urgency } from '@qifutong/contracts/fields';
import { issueTriaged } from '@qifutong/contracts/intake/issue-triaged';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, withHandler, type Issue } from './issue.ts';

interface Triage {
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly by: string;
}

/** 研判: says what the issue is about and how urgent it is; can be said again until it is dispatched. The same again is not announced. */
export function triage(issue: Issue, { domain, urgency, by }: Triage, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'triage');
  const state = { ...issue, domain, urgency, handledBy: withHandler(issue, by) };
  if (issue.domain === domain && issue.urgency === urgency) return { state, events: [] };
  const { id: issueId, number, round, townCode } = issue;
  const nature = issue.commonIssueId === null ? 'INDIVIDUAL' : 'COMMON';
  const told = { issueId, number, round, nature, domain, urgency, townCode } as const;
  return { state, events: [issueTriaged({ ...told, triagedAt: now.toISOString(), triagedBy: by })] };
}
