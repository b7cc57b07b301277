import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { aCall, anAttempt } from '../../../test/life-builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { callbackOutcomes, satisfactions } from './callback.ts';
import { standardPolicy } from './callback-policy.ts';
import { recordCallback } from './record-callback.ts';

const now = new Date('2020-02-15T08:00:00.000Z');
const callbackId = '01900000-0000-7000-8000-0000000000c1';
const solved = anIssue({
  status: 'SOLVED',
  domain: 'MATERIALS',
  handledBy: ['operator-1', 'analyst-1', 'lead-1'],
  dispatchedAt: new Date('2020-02-14T02:00:00.000Z'),
  solvedAt: new Date('2020-02-15T02:00:00.000Z'),
  callbackDueAt: new Date('2020-02-16T02:00:00.000Z'),
  callAgainAt: new Date('2020-02-15T07:00:00.000Z'),
  taskForce: 'MATERIALS',
  taskId: callbackId,
});
const neverMore = { callbackDueAt: null, callAgainAt: null };
const call = aCall({ callbackId });
const unsettled = { outcome: 'NOT_SETTLED', note: '只到了一半' } as const;
const first = { earlier: [], policy: standardPolicy };
const about = { aggregateType: 'issue', aggregateId: solved.id, department: 'materials' };
const named = { issueId: solved.id, number: '20200214-0042', domain: 'MATERIALS', callbackId };

describe('a callback (回访)', () => {
  it.each([null, ...satisfactions])('settled, with satisfaction %s, strikes the issue off (销项)', (satisfaction) => {
    expect(recordCallback(solved, { ...call, satisfaction }, first, now)).toEqual({
      state: { ...solved, ...neverMore, status: 'WRITTEN_OFF', writtenOffAt: now },
      events: [
        {
          ...about,
          type: 'intake.issue.written-off.v1',
          data: { ...named, round: 1, writtenOffAt: '2020-02-15T08:00:00.000Z' },
        },
      ],
    });
  });

  it('not settled reopens the issue in a new round, to be dispatched and solved anew', () => {
    expect(recordCallback(solved, { ...call, ...unsettled, satisfaction: 'VERY_DISSATISFIED' }, first, now)).toEqual({
      state: {
        ...solved,
        ...neverMore,
        status: 'REOPENED',
        round: 2,
        dispatchedAt: null,
        solvedAt: null,
        taskForce: null,
        taskId: null,
        statusReason: '只到了一半',
      },
      events: [
        {
          ...about,
          type: 'intake.issue.reopened.v1',
          data: { ...named, round: 2, reopenedAt: '2020-02-15T08:00:00.000Z' },
        },
      ],
    });
  });

  it.each([
    ['first', 0, '2020-02-15T10:00:00.000Z'],
    ['second', 1, '2020-02-16T08:00:00.000Z'],
    ['fifth', 4, '2020-02-16T08:00:00.000Z'],
  ])('not reached at the %s attempt is tried again later', (_, before, again) => {
    const earlier = Array.from({ length: before }, () => anAttempt());
    expect(recordCallback(solved, { ...call, outcome: 'NOT_REACHED' }, { ...first, earlier }, now)).toEqual({
      state: { ...solved, callAgainAt: new Date(again) },
      events: [],
    });
  });

  it('of an answer on the spot is one like any other', () => {
    const answered = anIssue({ ...solved, status: 'ANSWERED', answer: '凭备案领取' });
    expect(recordCallback(answered, { ...call, ...unsettled }, first, now).state).toMatchObject({
      status: 'REOPENED',
      round: 2,
      answer: null,
    });
  });

  it.each(callbackOutcomes)(
    '%s is refused from any of those who handled it: a resolution is not judged by those who did the work',
    (outcome) => {
      for (const by of solved.handledBy) {
        expect(refusalOf(() => recordCallback(solved, { ...call, outcome, by }, first, now))).toEqual({
          code: 'ISSUE_HANDLED_BY_CALLER',
          field: null,
          message: '问题 20200214-0042 由您经办过,须由他人回访',
        });
      }
    },
  );

  it.each(satisfactions)('not reached cannot be %s', (satisfaction) => {
    expect(
      refusalOf(() => recordCallback(solved, { ...call, outcome: 'NOT_REACHED', satisfaction }, first, now)),
    ).toEqual({
      code: 'CALLBACK_NOT_REACHED_BUT_RATED',
      field: 'satisfaction',
      message: 'satisfaction: 未联系上企业,不能有满意度',
    });
  });
});
