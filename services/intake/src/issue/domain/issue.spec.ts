import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { dispatch } from './dispatch.ts';
import { issueStatuses, withHandler, type Issue, type IssueMove, type IssueStatus } from './issue.ts';
import { recordCallback } from './record-callback.ts';
import { solve } from './solve.ts';
import { startWork } from './start-work.ts';
import { triage } from './triage.ts';

const now = new Date('2020-02-14T02:00:00.000Z');
const callbackId = '01900000-0000-7000-8000-0000000000c1';

const rules = {
  triage: (issue: Issue) => triage(issue, { domain: 'MATERIALS', urgency: 'URGENT', by: 'analyst-1' }),
  dispatch: (issue: Issue) => dispatch(issue, { by: 'analyst-1' }, now),
  startWork: (issue: Issue) => startWork(issue, { by: 'lead-1' }),
  solve: (issue: Issue) => solve(issue, { by: 'lead-1', solvedAt: now }),
  callBack: (issue: Issue) =>
    recordCallback(issue, { callbackId, outcome: 'SETTLED', satisfaction: null, by: 'operator-2' }, now),
} satisfies Partial<Record<IssueMove, (issue: Issue) => { state: Issue }>>;
type Ruled = keyof typeof rules;

/** The state table of domain.md 2.3, written down a second time on purpose: state, move, the state after it. */
const table: Record<Ruled, Partial<Record<IssueStatus, IssueStatus>>> = {
  triage: { REGISTERED: 'REGISTERED', REOPENED: 'REOPENED' },
  dispatch: { REGISTERED: 'DISPATCHED', REOPENED: 'DISPATCHED' },
  startWork: { DISPATCHED: 'IN_PROGRESS' },
  solve: { IN_PROGRESS: 'SOLVED' },
  callBack: { SOLVED: 'WRITTEN_OFF', ANSWERED: 'WRITTEN_OFF' },
};

const cases = Object.keys(rules).flatMap((move) =>
  issueStatuses.map((status) => ({ move: move as Ruled, status, next: table[move as Ruled][status] })),
);
const allowed = cases.filter(({ next }) => next !== undefined);
const forbidden = cases.filter(({ next }) => next === undefined);

describe('an issue moves along its state table', () => {
  it('which has 8 ways and 37 walls', () => {
    expect([allowed.length, forbidden.length]).toEqual([8, 37]);
  });

  it.each(allowed)('$move takes a $status issue to $next', ({ move, status, next }) => {
    expect(rules[move](anIssue({ status, domain: 'MATERIALS' })).state.status).toBe(next);
  });

  it.each(forbidden)('$move is refused to a $status issue, naming both', ({ move, status }) => {
    expect(refusalOf(() => rules[move](anIssue({ status, domain: 'MATERIALS' })))).toEqual({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      field: null,
      message: `问题 20200214-0042 处于 ${status} 状态,不能执行 ${move}`,
    });
  });
});

describe('who had a hand in an issue', () => {
  it('is remembered once, in the order of coming', () => {
    const issue = anIssue({ handledBy: ['operator-1'] });
    expect(withHandler(issue, 'analyst-1')).toEqual(['operator-1', 'analyst-1']);
    expect(withHandler(issue, 'operator-1')).toEqual(['operator-1']);
  });
});
