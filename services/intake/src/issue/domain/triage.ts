import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain, Urgency } from '@qifutong/contracts/fields';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, withHandler, type Issue } from './issue.ts';

interface Triage {
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly by: string;
}

/** 研判: says what the issue is about and how urgent it is; can be said again until it is dispatched. */
export function triage(issue: Issue, { domain, urgency, by }: Triage): Decision<Issue, Announcement> {
  assertMove(issue, 'triage');
  return { state: { ...issue, domain, urgency, handledBy: withHandler(issue, by) }, events: [] };
}
