import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { solve } from './solve.ts';

describe('a solution that the task force proposed', () => {
  it('makes the issue one to be called back, solved when the task force said so', () => {
    const issue = anIssue({ status: 'IN_PROGRESS', domain: 'MATERIALS', handledBy: ['operator-1', 'lead-1'] });
    const solvedAt = new Date('2020-02-15T02:00:00.000Z');
    expect(solve(issue, { by: 'lead-1', solvedAt })).toEqual({
      state: {
        ...issue,
        status: 'SOLVED',
        solvedAt,
        callbackDueAt: new Date('2020-02-16T02:00:00.000Z'),
        callbackPolicyVersion: 1,
      },
      events: [],
    });
  });

  it('counts a second member of the task force among those who handled it', () => {
    const issue = anIssue({ status: 'IN_PROGRESS', handledBy: ['operator-1', 'lead-1'] });
    expect(solve(issue, { by: 'member-1', solvedAt: issue.registeredAt }).state.handledBy).toEqual([
      'operator-1',
      'lead-1',
      'member-1',
    ]);
  });
});
