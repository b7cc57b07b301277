import type { Announcement } from '@qifutong/contracts/define-event';
import type { commonIssueDispatched } from '@qifutong/contracts/intake/common-issue-dispatched';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import type { Decision } from '@qifutong/kernel/decision';
import { ofCommonIssue } from './announce.ts';
import { inHandsOf, opening, waiting, type RulesInForce } from './open-task.ts';
import type { Task } from './task.ts';

/** What intake says of a common issue that it dispatched. */
export type CommonDispatched = ReturnType<(typeof commonIssueDispatched)['data']['parse']>;

/** A dispatched common issue (共性问题) becomes one task for all its members: of no firm and no town. A task force that was founded for it goes before the rules. */
export function openCommonTask(
  id: string,
  { commonIssueId, commonIssueNumber: number, domain, urgency, dispatchedAt }: CommonDispatched,
  rules: RulesInForce,
  foundedFor: string | null = null,
): Decision<Task, Announcement> {
  const nobody = { issueId: null, round: 1, firmCreditCode: null, townCode: null };
  const about = { ...nobody, commonIssueId, number, nature: 'COMMON', domain, urgency, dispatchedAt } as const;
  const state = foundedFor === null ? waiting(id, about, rules) : inHandsOf(foundedFor, id, about, rules);
  return { state, events: [commonTaskOpened({ ...ofCommonIssue(state), ...opening(state) })] };
}
