import { describe, expect, it } from '@jest/globals';
import { county, later } from '../../../test/builders.ts';
import { aCourse } from '../../../test/courses.ts';
import { awaitedIn, hasLeftSince, withOwn, withTold, type Untold } from './course.ts';

const at = county('2020-02-14 09:00');
const fact = (type: Untold['type']): Untold => ({ type, round: 1, at, awaits: null });

describe('the course of an issue', () => {
  it('has what intake said once, however often it is said', () => {
    const once = withTold(aCourse(), fact('REGISTERED'), 1);
    expect(once).toEqual(aCourse({ heard: 1, facts: [{ ...fact('REGISTERED'), heard: 1, own: 0 }] }));
    expect(withTold(once, fact('REGISTERED'), 1)).toBe(once);
    const further = withTold(once, fact('DISPATCHED'), 4);
    expect(withTold(further, fact('REGISTERED'), 1)).toBe(further);
  });

  it('has what its own task said after all that was heard by then', () => {
    const heard = withTold(withTold(aCourse(), fact('REGISTERED'), 1), fact('DISPATCHED'), 3);
    const own = withOwn(withOwn(heard, fact('SOLVED')), fact('SOLUTION_REJECTED'));
    const told = withTold(own, fact('MERGED'), 4);
    expect(told.facts.map(({ type, heard: after, own: which }) => [type, after, which])).toEqual([
      ['REGISTERED', 1, 0],
      ['DISPATCHED', 3, 0],
      ['SOLVED', 3, 1],
      ['SOLUTION_REJECTED', 3, 2],
      ['MERGED', 4, 0],
    ]);
  });

  it.each([
    ['MERGED', 1, -1, true],
    ['MERGED', 1, 0, true],
    ['REJECTED', 1, -1, true],
    ['MERGED', 1, 1, false],
    ['MERGED', 2, -1, false],
    ['LINKED', 1, -1, false],
    ['UNLINKED', 1, -1, false],
  ] as const)('with %s in round %d has left in the first since %d ms before or after: %s', (type, round, ms, left) => {
    const course = withTold(aCourse(), { ...fact(type), round }, 1);
    expect(hasLeftSince(course, 1, later(at, ms))).toBe(left);
  });

  it.each([
    ['REGISTERED', 'DISPATCH'],
    ['REOPENED', 'DISPATCH'],
    ['SOLVED', 'CALLBACK'],
    ['ANSWERED', 'CALLBACK'],
    ['DISPATCHED', null],
    ['IN_PROGRESS', null],
  ])('that goes back to %s waits for %s', (status, awaited) => {
    expect(awaitedIn(status)).toBe(awaited);
  });
});
