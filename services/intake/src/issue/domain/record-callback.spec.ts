import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { callbackOutcomes, recordCallback, satisfactions } from './record-callback.ts';

const now = new Date('2020-02-15T08:00:00.000Z');
const callbackId = '01900000-0000-7000-8000-0000000000c1';
const solved = anIssue({
  status: 'SOLVED',
  domain: 'MATERIALS',
  handledBy: ['operator-1', 'analyst-1', 'lead-1'],
  dispatchedAt: new Date('2020-02-14T02:00:00.000Z'),
  solvedAt: new Date('2020-02-15T02:00:00.000Z'),
});
const call = { callbackId, outcome: 'SETTLED', satisfaction: null, by: 'operator-2' } as const;
const about = { aggregateType: 'issue', aggregateId: solved.id, department: 'materials' };
const named = { issueId: solved.id, number: '20200214-0042', domain: 'MATERIALS', callbackId };

describe('a callback (回访)', () => {
  it.each([null, ...satisfactions])('settled, with satisfaction %s, strikes the issue off (销项)', (satisfaction) => {
    expect(recordCallback(solved, { ...call, satisfaction }, now)).toEqual({
      state: { ...solved, status: 'WRITTEN_OFF', writtenOffAt: now },
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
    expect(recordCallback(solved, { ...call, outcome: 'NOT_SETTLED', satisfaction: 'VERY_DISSATISFIED' }, now)).toEqual(
      {
        state: { ...solved, status: 'REOPENED', round: 2, dispatchedAt: null, solvedAt: null },
        events: [
          {
            ...about,
            type: 'intake.issue.reopened.v1',
            data: { ...named, round: 2, reopenedAt: '2020-02-15T08:00:00.000Z' },
          },
        ],
      },
    );
  });

  it('not reached changes nothing: it is tried again', () => {
    expect(recordCallback(solved, { ...call, outcome: 'NOT_REACHED' }, now)).toEqual({ state: solved, events: [] });
  });

  it.each(callbackOutcomes)('%s is refused from any of those who handled it', (outcome) => {
    for (const by of solved.handledBy) {
      expect(refusalOf(() => recordCallback(solved, { ...call, outcome, by }, now))).toEqual({
        code: 'ISSUE_HANDLED_BY_CALLER',
        field: null,
        message: '问题 20200214-0042 由您经办过,须由他人回访',
      });
    }
  });

  it.each(satisfactions)('not reached cannot be %s', (satisfaction) => {
    expect(refusalOf(() => recordCallback(solved, { ...call, outcome: 'NOT_REACHED', satisfaction }, now))).toEqual({
      code: 'CALLBACK_NOT_REACHED_BUT_RATED',
      field: 'satisfaction',
      message: 'satisfaction: 未联系上企业,不能有满意度',
    });
  });
});
