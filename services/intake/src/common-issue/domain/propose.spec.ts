import { describe, expect, it } from '@jest/globals';
import { propose } from './propose.ts';

describe('proposing a common issue', () => {
  it('says what it is about and by what it was found, and decides nothing', () => {
    const told = {
      id: '01900000-0000-7000-8000-00000000c001',
      number: '共20200214-0003',
      title: '员工被村口卡点拦住',
      domain: 'PASSAGE',
      urgency: 'NORMAL',
      origin: 'LIKENESS',
      evidence: ['卡口 0.8'],
    } as const;
    const now = new Date('2020-02-14T02:00:00.000Z');
    expect(propose({ ...told, by: 'likeness' }, now)).toEqual({
      state: {
        ...told,
        version: 0,
        state: 'PROPOSED',
        founding: null,
        cause: null,
        causeIsOwnRule: false,
        taskForce: null,
        guidanceId: null,
        proposedAt: now,
        proposedBy: 'likeness',
        confirmedAt: null,
        confirmedBy: null,
        declinedAt: null,
        declinedBy: null,
        declinedBecause: null,
        dispatchedAt: null,
        acceptedAt: null,
        acceptedBy: null,
        solvedAt: null,
        solvedBy: null,
        settledAt: null,
        closedAt: null,
      },
      events: [
        {
          type: 'intake.common-issue.proposed.v1',
          aggregateType: 'common-issue',
          aggregateId: told.id,
          department: 'passage',
          data: {
            commonIssueId: told.id,
            commonIssueNumber: told.number,
            domain: 'PASSAGE',
            origin: 'LIKENESS',
            proposedAt: '2020-02-14T02:00:00.000Z',
          },
        },
      ],
    });
  });
});
