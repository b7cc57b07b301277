import { describe, expect, it } from '@jest/globals';
import { rejectionReasons } from '@qifutong/contracts/fields';
import { anIssue } from '../../../test/builders.ts';
import { rejectIssue } from './reject.ts';

const now = new Date('2020-02-14T02:00:00.000Z');

describe('an analyst rejects an issue', () => {
  it('with a reason of the list, which is announced, and a note, which is not', () => {
    const issue = anIssue({ domain: 'LABOUR' });
    expect(rejectIssue(issue, { reason: 'OUTSIDE_COUNTY', note: '在象山县', by: 'analyst-1' }, now)).toEqual({
      state: {
        ...issue,
        status: 'REJECTED',
        statusReason: 'OUTSIDE_COUNTY',
        statusNote: '在象山县',
        handledBy: ['operator-1', 'analyst-1'],
      },
      events: [
        {
          type: 'intake.issue.rejected.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'labour',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 1,
            domain: 'LABOUR',
            reason: 'OUTSIDE_COUNTY',
            rejectedAt: '2020-02-14T02:00:00.000Z',
          },
        },
      ],
    });
  });

  it('but never because it is not our business: that is a reason to transfer', () => {
    expect(rejectionReasons.filter((reason) => /BUSINESS|DUTY|COMPETEN|RESPONSIB/.test(reason))).toEqual([]);
  });
});
