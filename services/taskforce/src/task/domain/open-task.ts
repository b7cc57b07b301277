import type { Announcement } from '@qifutong/contracts/define-event';
import type { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import type { Decision } from '@qifutong/kernel/decision';
import { choosePolicy, type SlaPolicy } from './choose-policy.ts';
import { startClock } from './clock.ts';
import { route, type RoutingRule } from './route.ts';
import { cached, type Task } from './task.ts';

/** What intake says of an issue that it dispatched. */
export type Dispatched = ReturnType<(typeof issueDispatched)['data']['parse']>;

interface RulesInForce {
  readonly routing: readonly RoutingRule[];
  readonly policies: readonly SlaPolicy[];
}

const untouched = {
  acceptedAt: null,
  acceptedBy: null,
  solutionText: null,
  solutionMeasures: [],
  proposedAt: null,
  proposedBy: null,
  closedAt: null,
  closedBecause: null,
} as const;

/** 派单: a dispatched issue becomes a task of the task force that the rules name; its acceptance clock runs from the dispatch on. */
export function openTask(id: string, dispatched: Dispatched, rules: RulesInForce): Decision<Task, Announcement> {
  const { issueId, number, round, nature, domain, urgency, firmCreditCode, townCode, dispatchedAt } = dispatched;
  const { version: policyVersion, acceptWithin, solveWithin } = choosePolicy(rules.policies, dispatched);
  const about = { issueId, issueNumber: number, round, nature, domain, urgency, firmCreditCode, townCode };
  const state = cached({
    ...about,
    ...untouched,
    id,
    version: 0,
    taskForceCode: route(rules.routing, dispatched),
    status: 'DISPATCHED',
    policyVersion,
    solveWithin,
    dispatchedAt,
    clocks: [startClock({ kind: 'ACCEPTANCE', limit: acceptWithin, policyVersion }, dispatchedAt)],
  });
  return { state, events: [] };
}
