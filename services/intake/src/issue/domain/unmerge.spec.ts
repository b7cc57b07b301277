import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { anotherIssue } from '../../../test/life-builders.ts';
import { standardPolicy } from './callback-policy.ts';
import type { Issue } from './issue.ts';
import { merge } from './merge.ts';
import { unmerge } from './unmerge.ts';

const at = new Date('2020-02-14T02:00:00.000Z');
const now = new Date('2020-02-15T02:00:00.000Z');
const by = 'analyst-1';
const apart = { reason: '不是同一件事', by };
const mergedFrom = (what: Partial<Issue>) =>
  merge(anIssue({ domain: 'PASSAGE', ...what }), { into: anotherIssue(), sameFirm: false, by }, at).state;
const taken = (what: Partial<Issue>) => unmerge(mergedFrom(what), apart, standardPolicy, now);

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
    expect(events).toHaveLength(1);
  });

  it('does not go back into its common issue: it can be linked again', () => {
    expect(taken({ commonIssueId: '01900000-0000-7000-8000-0000000000d1' }).state.commonIssueId).toBeNull();
  });
});
