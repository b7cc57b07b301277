import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import type { Decision } from '@qifutong/kernel/decision';
import type { CallbackPolicy } from './callback-policy.ts';
import { assertMove, inStatus, toCallBack, withHandler, type Issue } from './issue.ts';
import { isOutdated, type Standing } from './outdated.ts';
import { reject } from './rejections.ts';

export interface Settlement {
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  readonly standing: Standing;
  /** of the guidance, for an issue of which nobody has said what it is about */
  readonly domain: Domain;
  readonly batchId: string;
  /** who published the guidance, and who solved its common issue's task */
  readonly authors: readonly string[];
  readonly by: string;
}

/** A batch applies its guidance: the issue is solved, and the firm is to be called back by somebody who neither wrote nor applied it. */
export function settle(
  before: Issue,
  told: Settlement,
  policy: CallbackPolicy,
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(before, 'settle');
  const issue = { ...before, handledBy: withHandler(before, ...told.authors) };
  const { id: issueId, number, round } = issue;
  if (issue.optedOut) throw reject('ISSUE_OPTED_OUT', { number });
  const { guidanceId, guidanceVersion, batchId, by } = told;
  const domain = issue.domain ?? told.domain;
  const due = toCallBack(now, policy);
  const instants = { settledAt: now.toISOString(), callbackDueAt: due.callbackDueAt.toISOString() };
  return {
    state: {
      ...inStatus('SOLVED', issue),
      domain,
      solvedAt: now,
      guidanceId,
      guidanceVersion,
      batchId,
      // as where it was answered with: nothing happens when the version that is announced takes effect
      reviewDue: isOutdated(guidanceVersion, told.standing),
      ...due,
      handledBy: withHandler(issue, by),
    },
    events: [issueSettled({ issueId, number, round, domain, guidanceId, guidanceVersion, batchId, ...instants })],
  };
}
