import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { anAttempt } from '../../../test/life-builders.ts';
import { attempts } from './attempts.ts';

const solvedAt = new Date('2020-02-15T02:00:00.000Z');
const issue = anIssue({ status: 'SOLVED', round: 2, solvedAt });
const after = (ms: number) => new Date(solvedAt.getTime() + ms);
const counted = anAttempt({ round: 2, calledAt: after(1) });

describe('the vain attempts to ask a firm about the present solution', () => {
  it.each([
    ['at the very instant of it', anAttempt({ round: 2, calledAt: after(0) }), 1],
    ['a millisecond before it', anAttempt({ round: 2, calledAt: after(-1) }), 0],
    ['of an earlier round', anAttempt({ round: 1, calledAt: after(1) }), 0],
    ['for an issue that was merged into this one', anAttempt({ ...counted, firstIssueId: anIssue().id }), 0],
  ])('count %s: %s', (_, call, count) => {
    expect(attempts(issue, [call])).toHaveLength(count);
  });

  it('count anew once the firm was reached', () => {
    const reached = anAttempt({ ...counted, outcome: 'NOT_SETTLED' });
    expect(attempts(issue, [counted, counted, reached, counted])).toEqual([counted]);
    expect(attempts(issue, [counted, reached])).toEqual([]);
  });

  it('are none without a solution', () => {
    expect(attempts(anIssue({ round: 2 }), [counted])).toEqual([]);
  });
});
