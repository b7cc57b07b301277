import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { reopen } from './reopen.ts';

const now = new Date('2020-02-16T02:00:00.000Z');
const at = new Date('2020-02-15T02:00:00.000Z');
const taskId = '01900000-0000-7000-8000-0000000000b1';

describe('an analyst reopens', () => {
  it('what was written off: readmitted, in a new round, with nothing of the old one', () => {
    const issue = anIssue({
      ...{ status: 'WRITTEN_OFF', domain: 'MATERIALS', round: 2, dispatchedAt: at, solvedAt: at, writtenOffAt: at },
      ...{ taskForce: 'MATERIALS', taskId, unreached: true, statusReason: '电话停机', optedOut: true },
    });
    expect(reopen(issue, { reason: '企业来电,仍未收到', by: 'analyst-1' }, now)).toEqual({
      state: {
        ...issue,
        ...{ status: 'REOPENED', round: 3, dispatchedAt: null, solvedAt: null, writtenOffAt: null },
        ...{ taskForce: null, taskId: null, unreached: false, statusReason: '企业来电,仍未收到' },
        handledBy: ['operator-1', 'analyst-1'],
      },
      events: [
        {
          type: 'intake.issue.readmitted.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'materials',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 3,
            domain: 'MATERIALS',
            formerStatus: 'WRITTEN_OFF',
            status: 'REOPENED',
            readmittedAt: '2020-02-16T02:00:00.000Z',
          },
        },
      ],
    });
  });

  it('what was rejected, whose reason and note end with the rejection', () => {
    const rejected = anIssue({ status: 'REJECTED', statusReason: 'NOT_A_FIRM', statusNote: '个体户' });
    expect(reopen(rejected, { reason: '实为企业', by: 'analyst-1' }, now).state).toMatchObject({
      status: 'REOPENED',
      round: 2,
      statusReason: '实为企业',
      statusNote: null,
    });
  });
});
