import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { aCall, attemptsOn, anotherIssue } from '../../../test/life-builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { answerIssue } from './answer.ts';
import { assign } from './assign.ts';
import { standardPolicy } from './callback-policy.ts';
import { findIneffective } from './find-ineffective.ts';
import { dispatch } from './dispatch.ts';
import { issueStatuses, withHandler, type Issue, type IssueMove, type IssueStatus } from './issue.ts';
import { merge } from './merge.ts';
import { optOut } from './opt-out.ts';
import { recordCallback } from './record-callback.ts';
import { rejectIssue } from './reject.ts';
import { reopen } from './reopen.ts';
import { solve } from './solve.ts';
import { startWork } from './start-work.ts';
import { triage } from './triage.ts';
import { unmerge } from './unmerge.ts';
import { writeOffUnreached } from './write-off-unreached.ts';

const now = new Date('2020-02-14T02:00:00.000Z');
const callbackId = '01900000-0000-7000-8000-0000000000c1';

const rules = {
  triage: (issue: Issue) => triage(issue, { domain: 'MATERIALS', urgency: 'URGENT', by: 'analyst-1' }, now),
  dispatch: (issue: Issue) => dispatch(issue, { by: 'analyst-1' }, now),
  answer: (issue: Issue) =>
    answerIssue(issue, { answer: '凭备案领取', domain: null, guidance: null, by: 'operator-1' }, standardPolicy, now),
  reject: (issue: Issue) => rejectIssue(issue, { reason: 'NOT_A_FIRM', note: null, by: 'analyst-1' }, now),
  assign: (issue: Issue) => assign(issue, { taskId: callbackId, taskForce: 'MATERIALS', at: now }),
  startWork: (issue: Issue) => startWork(issue, { by: 'lead-1', at: now }),
  solve: (issue: Issue) => solve(issue, { by: 'lead-1', solvedAt: now }),
  findIneffective: (issue: Issue) => findIneffective(issue, { by: 'analyst-1' }),
  callBack: (issue: Issue) =>
    recordCallback(issue, aCall({ callbackId }), { earlier: [], policy: standardPolicy }, now),
  writeOffUnreached: (issue: Issue) =>
    writeOffUnreached(
      issue,
      { reason: '电话停机', by: 'commander-1', attempts: attemptsOn('2020-02-15', '2020-02-16', '2020-02-17') },
      standardPolicy,
      now,
    ),
  reopen: (issue: Issue) => reopen(issue, { reason: '企业来电', by: 'analyst-1' }, now),
  merge: (issue: Issue) => merge(issue, { into: anotherIssue(), sameFirm: false, by: 'analyst-1' }, now),
  unmerge: (issue: Issue) => unmerge(issue, { reason: '并错了', by: 'analyst-1', standing: null }, standardPolicy, now),
  optOut: (issue: Issue) => optOut(issue, { optedOut: true }),
} satisfies Partial<Record<IssueMove, (issue: Issue) => { state: Issue }>>;
type Ruled = keyof typeof rules;

const open: readonly IssueStatus[] = ['REGISTERED', 'ANSWERED', 'DISPATCHED', 'IN_PROGRESS', 'SOLVED', 'REOPENED'];

/** The state table of domain.md 2.3, written down a second time on purpose: state, move, the state after it. */
const table: Record<Ruled, Partial<Record<IssueStatus, IssueStatus>>> = {
  triage: { REGISTERED: 'REGISTERED', REOPENED: 'REOPENED' },
  dispatch: { REGISTERED: 'DISPATCHED', REOPENED: 'DISPATCHED' },
  answer: { REGISTERED: 'ANSWERED' },
  reject: { REGISTERED: 'REJECTED' },
  assign: { DISPATCHED: 'DISPATCHED', IN_PROGRESS: 'IN_PROGRESS', SOLVED: 'SOLVED' },
  startWork: { DISPATCHED: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', SOLVED: 'SOLVED' },
  solve: { IN_PROGRESS: 'SOLVED', SOLVED: 'SOLVED' },
  findIneffective: { SOLVED: 'IN_PROGRESS' },
  callBack: { SOLVED: 'WRITTEN_OFF', ANSWERED: 'WRITTEN_OFF' },
  writeOffUnreached: { SOLVED: 'WRITTEN_OFF', ANSWERED: 'WRITTEN_OFF' },
  reopen: { WRITTEN_OFF: 'REOPENED', REJECTED: 'REOPENED' },
  merge: Object.fromEntries(open.map((status) => [status, 'MERGED'])),
  unmerge: { MERGED: 'REGISTERED' },
  optOut: Object.fromEntries(open.map((status) => [status, status])),
};

/** An issue in that state, merged from REGISTERED where it is merged, solved by its task force just now where it is solved. */
const inState = (status: IssueStatus) =>
  anIssue({
    status,
    domain: 'MATERIALS',
    ...(status === 'SOLVED' ? { solvedAt: now } : {}),
    ...(status === 'MERGED' ? { formerStatus: 'REGISTERED' as const, mergedInto: anotherIssue().id } : {}),
  });

const cases = Object.keys(rules).flatMap((move) =>
  issueStatuses.map((status) => ({ move: move as Ruled, status, next: table[move as Ruled][status] })),
);
const allowed = cases.filter(({ next }) => next !== undefined);
const forbidden = cases.filter(({ next }) => next === undefined);

describe('an issue moves along its state table', () => {
  it('which has 34 ways and 92 walls', () => {
    expect([allowed.length, forbidden.length]).toEqual([34, 92]);
  });

  it.each(allowed)('$move takes a $status issue to $next', ({ move, status, next }) => {
    expect(rules[move](inState(status)).state.status).toBe(next);
  });

  it.each(forbidden)('$move is refused to a $status issue, naming both', ({ move, status }) => {
    expect(refusalOf(() => rules[move](inState(status)))).toEqual({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      field: null,
      message: `问题 20200214-0042 处于 ${status} 状态,不能执行 ${move}`,
    });
  });
});

describe('docs/issue-states.md', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../../docs/issue-states.md'), 'utf8');
  const ways = [...text.matchAll(/^ +(\w+) --> (\w+): (\w+)$/gm)].flatMap(([, from = '', to = '', move = '']) =>
    (from === 'Open' ? open : [from]).map((one) => `${one} ${move} ${to}`),
  );

  it('draws every way of the table that leads to another state, and no other', () => {
    const known = ways.filter((way) => (way.split(' ')[1] ?? '') in rules && !way.endsWith(' Open'));
    const changing = allowed.filter(({ move, status, next }) => next !== status && move !== 'unmerge');
    expect(known.toSorted()).toEqual(changing.map(({ move, status, next }) => `${status} ${move} ${next}`).toSorted());
    expect(ways).toContain('MERGED unmerge Open');
  });
});

describe('who had a hand in an issue', () => {
  it('is remembered once, in the order of coming', () => {
    const issue = anIssue({ handledBy: ['operator-1'] });
    expect(withHandler(issue, 'analyst-1')).toEqual(['operator-1', 'analyst-1']);
    expect(withHandler(issue, 'operator-1')).toEqual(['operator-1']);
  });
});
