import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { completeReview } from './complete-review.ts';

describe('an issue that a newer version of its guidance flagged', () => {
  it.each(['SOLVED', 'WRITTEN_OFF'] as const)('and that is %s stands as it is once it was reviewed', (status) => {
    const issue = anIssue({ status, reviewDue: true, handledBy: ['lead-1'] });
    expect(completeReview(issue, { by: 'analyst-2' })).toEqual({
      state: { ...issue, reviewDue: false, handledBy: ['lead-1', 'analyst-2'] },
      events: [],
    });
  });

  it('is reviewed once', () => {
    expect(refusalOf(() => completeReview(anIssue(), { by: 'analyst-2' }))).toMatchObject({
      code: 'ISSUE_NOT_TO_BE_REVIEWED',
    });
  });
});
