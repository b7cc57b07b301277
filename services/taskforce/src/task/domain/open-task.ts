import type { Announcement } from '@qifutong/contracts/define-event';
import type { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import type { Decision } from '@qifutong/kernel/decision';
import { startClock } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofIssue } from './announce.ts';
import type { SlaPolicy } from '../../clock/domain/sla-policy.ts';
import { choosePolicy } from './choose-policy.ts';
import { route, type RoutingRule } from './route.ts';
import { cached, type Task } from './task.ts';
import { untouched } from './untouched.ts';

/** What intake says of an issue that it dispatched. */
export type Dispatched = ReturnType<(typeof issueDispatched)['data']['parse']>;

export interface RulesInForce {
  readonly routing: readonly RoutingRule[];
  readonly policies: readonly SlaPolicy[];
  readonly time: CountyTime;
}

/** What binds a task, whoever gets it. */
export type Terms = Omit<RulesInForce, 'routing'>;

/** What a task is about from its beginning. */
export type Subject = Pick<
  Task,
  | 'issueId'
  | 'commonIssueId'
  | 'number'
  | 'round'
  | 'nature'
  | 'domain'
  | 'urgency'
  | 'firmCreditCode'
  | 'townCode'
  | 'dispatchedAt'
>;

/** A task of the task force that the rules name. */
export function waiting(id: string, subject: Subject, rules: RulesInForce): Task {
  return inHandsOf(route(rules.routing, subject), id, subject, rules);
}

/** A task of that task force, which is to accept it; that clock runs from the dispatch on. */
export function inHandsOf(taskForceCode: string, id: string, subject: Subject, { policies, time }: Terms): Task {
  const { version: policyVersion, acceptWithin, solveWithin, warnAt } = choosePolicy(policies, subject);
  const acceptance = { kind: 'ACCEPTANCE', limit: acceptWithin, warnAt, policyVersion } as const;
  return cached({
    ...untouched,
    ...subject,
    id,
    version: 0,
    taskForceCode,
    status: 'DISPATCHED',
    policyVersion,
    solveWithin,
    warnAt,
    clocks: [startClock(acceptance, subject.dispatchedAt, time)],
  });
}

/** What the first event of a task tells beside what it is about. */
export function opening({ dispatchedAt, acceptDueAt }: Task) {
  return { openedAt: dispatchedAt.toISOString(), acceptanceDueAt: acceptDueAt.toISOString() };
}

/** What a dispatched issue is about. */
export function about(dispatched: Dispatched): Subject {
  const { issueId, number, round, nature, domain, urgency, firmCreditCode, townCode, dispatchedAt } = dispatched;
  const subject = { issueId, commonIssueId: null, number, round, nature, domain, urgency, firmCreditCode, townCode };
  return { ...subject, dispatchedAt };
}

/** What a round stays bound by though its issue was away, merged into another, and the clocks are new: once returned, it is not returned again. */
function boundBy({ hops, mustAccept, status }: Task): Pick<Task, 'hops' | 'mustAccept'> {
  return { hops, mustAccept: mustAccept || status === 'RETURNED' };
}

/**
 * 派单: a dispatched issue becomes a task.
 * @param before the last task that the issue had in this round, which its merging ended
 */
export function openTask(
  id: string,
  dispatched: Dispatched,
  rules: RulesInForce,
  before: Task | null = null,
): Decision<Task, Announcement> {
  const state = { ...waiting(id, about(dispatched), rules), ...(before && boundBy(before)) };
  return { state, events: [taskOpened({ ...ofIssue(state), ...opening(state) })] };
}
