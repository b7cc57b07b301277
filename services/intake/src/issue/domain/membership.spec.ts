import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { standardPolicy } from './callback-policy.ts';
import { dispatch } from './dispatch.ts';
import {
  dispatchAsMember,
  followAcceptance,
  followDispatch,
  followTaskForce,
  leaveToBatch,
} from './follow-common-issue.ts';
import { issueStatuses, type Issue } from './issue.ts';
import { link, type Whole } from './link.ts';
import { settle } from './settle.ts';
import { unlink } from './unlink.ts';
import { unsettle } from './unsettle.ts';

const now = new Date('2020-02-15T02:00:00.000Z');
const commonIssueId = '01900000-0000-7000-8000-00000000c001';
const [guidanceId, batchId] = ['01900000-0000-7000-8000-00000000d001', '01900000-0000-7000-8000-00000000b001'];
const whole: Whole = { commonIssueId, domain: 'PASSAGE', taskForce: null, state: 'CONFIRMED', acceptedBy: null };
const by = 'analyst-1';
const standing = { currentVersion: 2, withdrawn: false };
const rests = { guidanceId, guidanceVersion: 2, standing } as const;
const settlement = { ...rests, domain: 'PASSAGE', batchId, authors: ['analyst-7'], by } as const;
const dispatchedAt = new Date('2020-02-14T02:00:00.000Z');
const inHand = anIssue({ status: 'IN_PROGRESS', domain: 'LABOUR', dispatchedAt, taskForce: 'LABOUR', commonIssueId });
const handled = ['operator-1', 'analyst-1'];
const working = ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'REOPENED'];

describe('an issue is linked, unlinked and settled while it is worked on, and only then', () => {
  const rules: Readonly<Record<string, (issue: Issue) => unknown>> = {
    link: (issue) => link(issue, whole, { by }, now),
    unlink: (issue) => unlink({ ...issue, commonIssueId }, { by }, now),
    settle: (issue) => settle(issue, settlement, standardPolicy, now),
  };
  const cases = Object.keys(rules).flatMap((move) => issueStatuses.map((status) => ({ move, status })));

  it.each(cases.filter(({ status }) => working.includes(status)))('$move: $status', ({ move, status }) => {
    expect(() => rules[move]!(anIssue({ status, domain: 'PASSAGE' }))).not.toThrow();
  });

  it.each(cases.filter(({ status }) => !working.includes(status)))('$move: not $status', ({ move, status }) => {
    expect(refusalOf(() => rules[move]!(anIssue({ status, domain: 'PASSAGE' })))).toEqual({
      code: 'ISSUE_STATUS_FORBIDS_MOVE',
      field: null,
      message: `问题 20200214-0042 处于 ${status} 状态,不能执行 ${move}`,
    });
  });
});

describe('linking', () => {
  it('to a common issue that is not out yet changes the membership alone, and is announced', () => {
    const issue = anIssue();
    expect(link(issue, whole, { by }, now)).toEqual({
      state: { ...issue, commonIssueId, handledBy: handled },
      events: [
        {
          type: 'intake.issue.linked.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'none',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 1,
            domain: null,
            commonIssueId,
            linkedAt: '2020-02-15T02:00:00.000Z',
            commonIssueState: 'CONFIRMED',
          },
        },
      ],
    });
  });

  it('to one that is dispatched and accepted brings the issue as far as the others are', () => {
    const { state } = link(
      anIssue(),
      { ...whole, state: 'DISPATCHED', taskForce: 'PASSAGE', acceptedBy: 'lead-9' },
      { by },
      now,
    );
    expect(state).toEqual(
      anIssue({
        commonIssueId,
        status: 'IN_PROGRESS',
        domain: 'PASSAGE',
        dispatchedAt: now,
        taskForce: 'PASSAGE',
        handledBy: [...handled, 'lead-9'],
      }),
    );
  });

  it('of a member of another is refused', () => {
    expect(refusalOf(() => link(inHand, whole, { by }, now)).code).toBe('ISSUE_IN_COMMON_ISSUE');
  });
});

describe('a member', () => {
  it('that is taken out while in hand is sent out on its own, in the same round', () => {
    const { state, events } = unlink(inHand, { by }, now);
    expect(state).toEqual({
      ...inHand,
      status: 'DISPATCHED',
      dispatchedAt: now,
      taskForce: null,
      commonIssueId: null,
      handledBy: handled,
    });
    expect(events.map(({ type, data }) => [type, data['round']])).toEqual([
      ['intake.issue.unlinked.v1', 1],
      ['intake.issue.dispatched.v1', 1],
    ]);
  });

  it('is not dispatched on its own', () => {
    const issue = anIssue({ commonIssueId, domain: 'PASSAGE' });
    expect(refusalOf(() => dispatch(issue, { by }, now)).code).toBe('ISSUE_IN_COMMON_ISSUE');
  });

  it.each(['ANSWERED', 'SOLVED', 'WRITTEN_OFF', 'REJECTED', 'MERGED'] as const)(
    'that is %s on its own is not moved by the common task',
    (status) => {
      const issue = anIssue({ status, commonIssueId });
      expect([
        followDispatch(issue, { domain: 'PASSAGE', by }, now),
        followTaskForce(issue, { taskForce: 'PASSAGE' }),
        followAcceptance(issue, { taskForce: 'PASSAGE', by: 'lead-9' }),
      ]).toEqual([issue, issue, issue]);
    },
  );

  it('is in the hands of who dispatched the common issue: they do not call back about it', () => {
    expect(followDispatch(anIssue({ handledBy: [] }), { domain: 'PASSAGE', by }, now).handledBy).toEqual([by]);
  });

  it('tells that it is dispatched with its common issue, also where it was in hand already', () => {
    const told = { commonIssueId, domain: 'PASSAGE', by } as const;
    const about = { number: '20200214-0042', round: 1, commonIssueId, dispatchedAt: now.toISOString() };
    const dispatches = [anIssue({ commonIssueId }), inHand].map((issue) => dispatchAsMember(issue, told, now));
    expect(dispatches.map(({ events }) => events)).toMatchObject([
      [{ type: 'intake.issue.dispatched-as-member.v1', data: { ...about, domain: 'PASSAGE' } }],
      [{ type: 'intake.issue.dispatched-as-member.v1', data: { ...about, domain: 'LABOUR' } }],
    ]);
    expect(dispatches.map(({ state }) => state.status)).toEqual(['DISPATCHED', 'IN_PROGRESS']);
  });

  it.each(issueStatuses)(
    'that is %s is left to the batch, once its common issue is settled, if it is not',
    (status) => {
      const issue = anIssue({ status, commonIssueId });
      const data = { issueId: issue.id, number: issue.number, round: 1, domain: null, commonIssueId };
      const { state, events } = leaveToBatch(issue, { commonIssueId }, now);
      expect([state, events.map((event) => event.data)]).toEqual([
        issue,
        working.includes(status) ? [{ ...data, leftAt: now.toISOString() }] : [],
      ]);
    },
  );

  it('keeps the domain that somebody gave it', () => {
    expect(followDispatch(anIssue({ domain: 'LABOUR' }), { domain: 'PASSAGE', by }, now).domain).toBe('LABOUR');
  });
});

describe('settling by a batch', () => {
  const issue = anIssue({ commonIssueId });
  const settled: Issue = {
    ...issue,
    status: 'SOLVED',
    domain: 'PASSAGE',
    solvedAt: now,
    guidanceId,
    guidanceVersion: 2,
    batchId,
    callbackDueAt: new Date('2020-02-16T02:00:00.000Z'),
    callbackPolicyVersion: 1,
    handledBy: ['operator-1', 'analyst-7', 'analyst-1'],
  };

  it('solves the issue, to be called back within 24 hours by none of those who wrote or applied the guidance', () => {
    const { state, events } = settle(issue, settlement, standardPolicy, now);
    expect([state, events.map(({ type }) => type)]).toEqual([settled, ['intake.issue.settled.v1']]);
    expect(events[0]!.data).toMatchObject({ callbackDueAt: '2020-02-16T02:00:00.000Z' });
  });

  it('is to be looked at again where a later version is announced already', () => {
    const announced = { ...settlement, standing: { ...standing, currentVersion: 3 } };
    expect(settle(issue, announced, standardPolicy, now).state).toEqual({ ...settled, reviewDue: true });
  });

  it('is refused by one that opted out', () => {
    expect(refusalOf(() => settle({ ...issue, optedOut: true }, settlement, standardPolicy, now)).code).toBe(
      'ISSUE_OPTED_OUT',
    );
  });

  it('and taking it back leaves what was there before, and who had a hand in it', () => {
    const before = { status: 'REGISTERED', statusReason: null, statusNote: null, domain: null } as const;
    const { state, events } = unsettle(settled, { batchId, before, by: 'analyst-2' }, now);
    expect(state).toEqual({ ...issue, handledBy: [...settled.handledBy, 'analyst-2'] });
    expect(events).toMatchObject([{ type: 'intake.issue.unsettled.v1', data: { status: 'REGISTERED', batchId } }]);
  });

  it.each<[string, Partial<Issue>]>([
    ['is written off', { status: 'WRITTEN_OFF' }],
    ['has the solution of another batch', { batchId: commonIssueId }],
    ['was reopened', { status: 'REOPENED', batchId: null }],
  ])('is not taken back from one that %s', (_, what) => {
    const before = { status: 'REGISTERED', statusReason: null, statusNote: null, domain: null } as const;
    const refused = refusalOf(() => unsettle({ ...settled, ...what }, { batchId, before, by }, now));
    expect(refused.code).toBe('ISSUE_NOT_SOLVED_BY_BATCH');
  });
});
