import type { Announcement } from '@qifutong/contracts/define-event';
import type { Domain } from '@qifutong/contracts/fields';
import { issueAnswered } from '@qifutong/contracts/intake/issue-answered';
import type { Decision } from '@qifutong/kernel/decision';
import type { CallbackPolicy } from './callback-policy.ts';
import { assertMove, inStatus, toCallBack, withHandler, type Issue } from './issue.ts';
import { isOutdated, type Standing } from './outdated.ts';
import { reject } from './rejections.ts';

interface Answer {
  readonly answer: string;
  /** what it is about, where that is said only now */
  readonly domain: Domain | null;
  readonly guidance: Rests | null;
  readonly by: string;
}

interface Rests {
  readonly id: string;
  readonly version: number;
  readonly author: string;
  readonly standing: Standing;
  /** by what it certainly does not cover the issue */
  outside(issue: Pick<Issue, 'domain' | 'townCode'>): keyof typeof aspects | null;
}

/** What of an issue may lie outside the scope of a guidance. */
const aspects = { DOMAIN: '领域', TOWN: '企业所在乡镇', INDUSTRY: '企业所属行业', SIZE: '企业规模' };

function assertCovered(guidance: Rests, issue: Issue): void {
  const outside = guidance.outside(issue);
  if (outside === null) return;
  const { number } = issue;
  throw reject('GUIDANCE_DOES_NOT_COVER', { field: 'guidanceId', number, outside: aspects[outside] });
}

/** 即时答复: the firm was told at once; it is called back as after any solution, by nobody who wrote the guidance that it rests on. */
export function answerIssue(
  before: Issue,
  { answer, domain: about, guidance, by }: Answer,
  policy: CallbackPolicy,
  now: Date,
): Decision<Issue, Announcement> {
  assertMove(before, 'answer');
  const issue = guidance === null ? before : { ...before, handledBy: withHandler(before, guidance.author) };
  const { id: issueId, number, round } = issue;
  const domain = about ?? issue.domain;
  if (guidance !== null) assertCovered(guidance, { ...issue, domain });
  const rests = { guidanceId: guidance?.id ?? null, guidanceVersion: guidance?.version ?? null };
  const due = toCallBack(now, policy);
  const state: Issue = {
    ...inStatus('ANSWERED', issue),
    ...rests,
    domain,
    answer,
    // a newer version is announced already, and nothing happens when it takes effect
    reviewDue: guidance !== null && isOutdated(guidance.version, guidance.standing),
    solvedAt: now,
    ...due,
    handledBy: withHandler(issue, by),
  };
  const instants = { answeredAt: now.toISOString(), callbackDueAt: due.callbackDueAt.toISOString() };
  return { state, events: [issueAnswered({ issueId, number, round, domain, ...rests, ...instants })] };
}
