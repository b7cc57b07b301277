import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { withHandler, type Issue } from './issue.ts';
import { triaged } from './triage.ts';

interface Told {
  readonly by: string;
}

/**
 * The issue that lives on: who had a hand in the other one had a hand in this problem, and what people decided of that one holds
 * for it too: that it is urgent, and that no batch may touch it.
 */
export function takeOver(into: Issue, merged: Issue, told: Told, now: Date): Decision<Issue, Announcement> {
  const tookUrgency = into.tookUrgency || (into.urgency === 'NORMAL' && merged.urgency === 'URGENT');
  const tookOptOut = into.tookOptOut || (!into.optedOut && merged.optedOut);
  const state: Issue = {
    ...into,
    urgency: tookUrgency ? 'URGENT' : into.urgency,
    tookUrgency,
    optedOut: tookOptOut || into.optedOut,
    tookOptOut,
    handledBy: withHandler(into, ...merged.handledBy),
  };
  return { state, events: retold(into, state, told, now) };
}

/** One was taken out of it again: what came with it goes, unless it came with one that is merged still or somebody has said it since. */
export function giveBack(
  issue: Issue,
  merged: readonly Pick<Issue, 'urgency' | 'optedOut'>[],
  told: Told,
  now: Date,
): Decision<Issue, Announcement> {
  const tookUrgency = issue.tookUrgency && merged.some(({ urgency }) => urgency === 'URGENT');
  const tookOptOut = issue.tookOptOut && merged.some(({ optedOut }) => optedOut);
  const state: Issue = {
    ...issue,
    urgency: issue.tookUrgency && !tookUrgency ? 'NORMAL' : issue.urgency,
    tookUrgency,
    optedOut: issue.optedOut && (tookOptOut || !issue.tookOptOut),
    tookOptOut,
  };
  return { state, events: retold(issue, state, told, now) };
}

/** Of what nobody has said what it is about, the triage will tell. */
function retold(before: Issue, { domain, urgency }: Issue, { by }: Told, now: Date): readonly Announcement[] {
  return domain === null || urgency === before.urgency ? [] : [triaged(before, { domain, urgency, by }, now)];
}
