import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { anotherIssue } from '../../../test/life-builders.ts';
import { standardPolicy } from './callback-policy.ts';
import type { Issue } from './issue.ts';
import { merge } from './merge.ts';
import type { Standing } from './outdated.ts';
import { unmerge } from './unmerge.ts';

const at = new Date('2020-02-14T02:00:00.000Z');
const now = new Date('2020-02-15T02:00:00.000Z');
const by = 'analyst-1';
const apart = { reason: '不是同一件事', by, standing: null };
const mergedFrom = (what: Partial<Issue>) =>
  merge(anIssue({ domain: 'PASSAGE', ...what }), { into: anotherIssue(), sameFirm: false, by }, at).state;
const taken = (what: Partial<Issue>, standing: Standing | null = null) =>
  unmerge(mergedFrom(what), { ...apart, standing }, standardPolicy, now);

describe('a merged issue that is taken out again', () => {
  it('is what it was before, and readmitted', () => {
    const issue = anIssue({ domain: 'PASSAGE' });
    expect(taken({})).toEqual({
      state: { ...issue, statusReason: '不是同一件事', handledBy: ['operator-1', by] },
      events: [
        {
          type: 'intake.issue.readmitted.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'passage',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 1,
            domain: 'PASSAGE',
            formerStatus: 'MERGED',
            status: 'REGISTERED',
            readmittedAt: '2020-02-15T02:00:00.000Z',
          },
        },
      ],
    });
  });

  it.each(['DISPATCHED', 'IN_PROGRESS'] as const)(
    'from %s is dispatched anew in the same round: its task was cancelled',
    (status) => {
      const task = { taskId: '01900000-0000-7000-8000-0000000000b1', taskForce: 'PASSAGE' };
      const { state, events } = taken({ status, round: 2, dispatchedAt: at, ...task });
      expect(state).toMatchObject({ status: 'DISPATCHED', round: 2, dispatchedAt: now, taskId: null, taskForce: null });
      expect(events.map(({ type, data }) => [type, data['round'], data['status'] ?? data['dispatchedBy']])).toEqual([
        ['intake.issue.readmitted.v1', 2, 'DISPATCHED'],
        ['intake.issue.dispatched.v1', 2, by],
      ]);
    },
  );

  it.each(['SOLVED', 'ANSWERED'] as const)('from %s is to be called back when it was before', (status) => {
    const { state, events } = taken({ status, solvedAt: at, taskForce: 'PASSAGE' });
    expect(state).toMatchObject({ status, taskForce: 'PASSAGE', callbackDueAt: new Date('2020-02-15T02:00:00.000Z') });
    expect(events.map(({ data }) => data['callbackDueAt'])).toEqual(['2020-02-15T02:00:00.000Z']);
  });

  it.each<[string, Partial<Issue>, Standing, boolean]>([
    ['solved by a version that has a newer one', {}, { currentVersion: 2, withdrawn: false }, true],
    ['answered by one', { status: 'ANSWERED' }, { currentVersion: 2, withdrawn: false }, true],
    ['solved by a guidance that is withdrawn', {}, { currentVersion: 1, withdrawn: true }, true],
    ['solved by the newest version', {}, { currentVersion: 1, withdrawn: false }, false],
    ['flagged before it was merged', { reviewDue: true }, { currentVersion: 1, withdrawn: false }, true],
  ])('%s: to be looked at again or not', (_, what, standing, reviewDue) => {
    const rests = { guidanceId: '01900000-0000-7000-8000-0000000000e1', guidanceVersion: 1 };
    const solved = { status: 'SOLVED', solvedAt: at, ...rests, ...what } as const;
    expect(taken(solved, standing).state).toMatchObject({ ...rests, reviewDue });
  });

  it('does not go back into its common issue: it can be linked again', () => {
    expect(taken({ commonIssueId: '01900000-0000-7000-8000-0000000000d1' }).state.commonIssueId).toBeNull();
  });
});
