import { describe, expect, it } from '@jest/globals';
import { ownFact } from './own-fact.ts';

const inHand = { status: 'ACCEPTED', solutionText: null, predecessorId: null };
const told = { ...inHand, status: 'SOLUTION_PROPOSED', solutionText: '已安排上门采样' };
const guided = { ...inHand, status: 'SOLUTION_PROPOSED' };

describe('what a move of its task says to the centre', () => {
  it.each([
    ['its own solution', inHand, told, 'SOLVED'],
    ['a guidance as its solution: intake tells of that', inHand, guided, null],
    ['its solution as it was before a merging: intake tells of that', { ...told, status: 'CANCELLED' }, told, null],
    ['its solution found ineffective', told, inHand, 'SOLUTION_REJECTED'],
    ['its solution found ineffective, suspended', told, { ...inHand, status: 'SUSPENDED' }, 'SOLUTION_REJECTED'],
    ['a batch reverted: intake tells of that', guided, inHand, null],
    ['its solution accepted by the firm', told, { ...told, status: 'CLOSED' }, null],
    ['returned', { ...inHand, status: 'DISPATCHED' }, { ...inHand, status: 'RETURNED' }, 'RETURNED'],
    [
      'returned, and something else of it changed',
      { ...inHand, status: 'RETURNED' },
      { ...inHand, status: 'RETURNED' },
      null,
    ],
    ['accepted', { ...inHand, status: 'DISPATCHED' }, inHand, null],
    ['opened by a dispatch: intake tells of that', null, inHand, null],
    ['opened in the place of another', null, { ...inHand, predecessorId: '1' }, 'DISPATCHED_ANEW'],
  ] as const)('%s', (_, before, after, fact) => {
    expect(ownFact(before, after)).toBe(fact);
  });
});
