import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { attemptsOn } from '../../../test/life-builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { standardPolicy } from './callback-policy.ts';
import { writeOffUnreached } from './write-off-unreached.ts';

const now = new Date('2020-02-16T08:00:00.000Z');
const solved = anIssue({
  status: 'SOLVED',
  domain: 'MATERIALS',
  dispatchedAt: new Date('2020-02-14T02:00:00.000Z'),
  solvedAt: new Date('2020-02-15T02:00:00.000Z'),
  callbackDueAt: new Date('2020-02-16T02:00:00.000Z'),
  callAgainAt: new Date('2020-02-17T02:00:00.000Z'),
  handledBy: ['operator-1', 'analyst-1', 'lead-1'],
});
const attempts = attemptsOn('2020-02-15', '2020-02-15', '2020-02-16');
const signOff = { reason: '电话停机,上门无人', by: 'commander-1', attempts };

describe('a write-off without the word of the firm', () => {
  it('is signed by a commander after three attempts on two days, and marked', () => {
    expect(writeOffUnreached(solved, signOff, standardPolicy, now)).toEqual({
      state: {
        ...solved,
        status: 'WRITTEN_OFF',
        writtenOffAt: now,
        callbackDueAt: null,
        callAgainAt: null,
        unreached: true,
        statusReason: '电话停机,上门无人',
      },
      events: [
        {
          type: 'intake.issue.written-off.v1',
          aggregateType: 'issue',
          aggregateId: solved.id,
          department: 'materials',
          data: {
            issueId: solved.id,
            number: '20200214-0042',
            round: 1,
            domain: 'MATERIALS',
            callbackId: attempts[2]!.id,
            writtenOffAt: '2020-02-16T08:00:00.000Z',
            unreached: true,
          },
        },
      ],
    });
  });

  it.each([
    ['no attempt', [], '0 次、共 0 天'],
    ['two attempts on two days', ['2020-02-15', '2020-02-16'], '2 次、共 2 天'],
    ['three attempts on one day', ['2020-02-15', '2020-02-15', '2020-02-15'], '3 次、共 1 天'],
  ])('is refused after %s', (_, days, told) => {
    const refusal = refusalOf(() =>
      writeOffUnreached(solved, { ...signOff, attempts: attemptsOn(...days) }, standardPolicy, now),
    );
    expect(refusal).toEqual({
      code: 'ISSUE_TRIED_TOO_LITTLE',
      field: null,
      message: `问题 20200214-0042 本轮解决后未联系上 ${told},满 3 次且不少于 2 天方可销项`,
    });
  });

  it('asks for as much as the policy does', () => {
    const policy = { ...standardPolicy, attempts: 1, attemptDays: 1 };
    const once = { ...signOff, attempts: attemptsOn('2020-02-15') };
    expect(writeOffUnreached(solved, once, policy, now).state.status).toBe('WRITTEN_OFF');
  });

  it('is not signed by somebody who handled the issue', () => {
    expect(refusalOf(() => writeOffUnreached(solved, { ...signOff, by: 'lead-1' }, standardPolicy, now)).code).toBe(
      'ISSUE_HANDLED_BY_CALLER',
    );
  });
});
