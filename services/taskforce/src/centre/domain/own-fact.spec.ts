import { describe, expect, it } from '@jest/globals';
import { county } from '../../../test/builders.ts';
import { ownFact } from './own-fact.ts';

const [dispatchedAt, proposedAt, handedOnAt, rejectedAt] = ['10:00', '11:00', '12:00', '13:00'].map((time) =>
  county(`2020-02-14 ${time}`),
) as [Date, Date, Date, Date];
const happened = {
  dispatchedAt,
  proposedAt,
  handedOnAt,
  ineffectiveSolutions: [{ rejectedAt: handedOnAt }, { rejectedAt }],
};
const inHand = { ...happened, status: 'ACCEPTED', solutionText: null, predecessorId: null };
const told = { ...inHand, status: 'SOLUTION_PROPOSED', solutionText: '已安排上门采样' };
const guided = { ...inHand, status: 'SOLUTION_PROPOSED' };

describe('what a move of its task says to the centre', () => {
  it.each([
    ['its own solution', inHand, told, { type: 'SOLVED', at: proposedAt }],
    ['a guidance as its solution: intake tells of that', inHand, guided, null],
    ['its solution as it was before a merging: intake tells of that', { ...told, status: 'CANCELLED' }, told, null],
    ['its solution found ineffective', told, inHand, { type: 'SOLUTION_REJECTED', at: rejectedAt }],
    [
      'its solution found ineffective, suspended',
      told,
      { ...inHand, status: 'SUSPENDED' },
      { type: 'SOLUTION_REJECTED', at: rejectedAt },
    ],
    ['a batch reverted: intake tells of that', guided, inHand, null],
    ['its solution accepted by the firm', told, { ...told, status: 'CLOSED' }, null],
    [
      'returned',
      { ...inHand, status: 'DISPATCHED' },
      { ...inHand, status: 'RETURNED' },
      { type: 'RETURNED', at: handedOnAt },
    ],
    [
      'returned, and something else of it changed',
      { ...inHand, status: 'RETURNED' },
      { ...inHand, status: 'RETURNED' },
      null,
    ],
    ['accepted', { ...inHand, status: 'DISPATCHED' }, inHand, null],
    ['opened by a dispatch: intake tells of that', null, inHand, null],
    [
      'opened in the place of another',
      null,
      { ...inHand, predecessorId: '1' },
      { type: 'DISPATCHED_ANEW', at: dispatchedAt },
    ],
  ] as const)('%s', (_, before, after, fact) => {
    expect(ownFact(before, after)).toEqual(fact);
  });
});
