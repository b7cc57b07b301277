import { describe, expect, it } from '@jest/globals';
import { urgingIssued } from '@qifutong/contracts/taskforce/urging-issued';
import { aTask, county } from '../../../test/builders.ts';
import { noticeNumber, urge } from './urge.ts';

const id = '019c5a00-0000-7000-8000-000000000009';
const task = aTask({ acceptedAt: county('2020-02-14 10:00') });

describe('an urging notice', () => {
  it('for the deadline of 15 Feb 10:00 that was noticed at 12:00 is 催20200215-0001, issued at 12:00', () => {
    const missed = {
      kind: 'SOLUTION',
      dueAt: county('2020-02-15 10:00'),
      noticedAt: county('2020-02-15 12:00'),
    } as const;
    const addressed = { number: '催20200215-0001', taskId: task.id, clock: 'SOLUTION', ordinal: 1 } as const;
    const told = {
      ...addressed,
      urgingNoticeId: id,
      issueId: task.issueId,
      domain: 'TESTING',
      taskForce: 'TESTING',
    } as const;
    expect(urge(task, missed, { id, day: '2020-02-15', runningNumber: 1 })).toEqual({
      state: {
        ...addressed,
        id,
        version: 0,
        taskForceCode: 'TESTING',
        dueAt: missed.dueAt,
        issuedAt: missed.noticedAt,
      },
      events: [urgingIssued({ ...told, dueAt: '2020-02-15T02:00:00.000Z', issuedAt: '2020-02-15T04:00:00.000Z' })],
    });
  });

  it('has the running number of its day in at least four digits', () => {
    expect([1, 42, 9_999, 10_000].map((number) => noticeNumber('2020-02-15', number))).toEqual([
      '催20200215-0001',
      '催20200215-0042',
      '催20200215-9999',
      '催20200215-10000',
    ]);
  });
});
