import { describe, expect, it } from '@jest/globals';
import { aCreditCode, feb } from '../../../test/builders.ts';
import type { DayPlan, Visit } from './plan.ts';
import { formerlySent, sentAt } from './sent.ts';

const [noon, evening] = [feb(14, 12), feb(14, 18)];
const sent = {
  inspectors: ['e', 'f'],
  former: [
    { inspectors: ['a', 'b'], until: noon },
    { inspectors: ['c', 'd'], until: evening },
  ],
};

describe('who was sent to a firm', () => {
  it.each([
    [noon, 0, 'a b'],
    [noon, 1, 'c d'],
    [evening, 0, 'c d'],
    [evening, 1, 'e f'],
  ])('at %o and %i ms were %s', (change, ms, who) => {
    expect(sentAt(sent, new Date(change.getTime() + ms)).join(' ')).toBe(who);
  });

  it('is whom the plan sends where nobody else was ever sent', () => {
    expect(sentAt({ ...sent, former: [] }, feb(14))).toEqual(['e', 'f']);
  });
});

describe('a change of a plan', () => {
  const visit = (n: number, team: number | null): Visit => ({
    ...{ creditCode: aCreditCode(n), townCode: null, reason: 'DRAWN', team },
    notPlannedBecause: team === null ? 'FULL' : null,
  });
  const plan = (teams: readonly string[], ...places: (number | null)[]): DayPlan => ({
    teams: teams.map((members) => ({ townCode: null, members: members.split('') })),
    visits: places.map((team, n) => visit(n, team)),
  });

  it('keeps whom it takes a visit from, and in the same way those whom somebody joins, and that nobody was sent', () => {
    const before = plan(['ab', 'cd', 'gh'], 0, 0, 1, null, 2, 1);
    const after = plan(['', 'cdb', 'gi', 'jk'], 0, 1, 1, 1, 2, 3, 3, null);
    const earlier = { inspectors: ['x', 'y'], until: noon };
    const visits = before.visits.map((one, n) => ({ ...one, former: n < 3 ? [earlier] : [] }));
    const sentUntilNow = (who: string) => ({ inspectors: [...who], until: evening });
    expect([...formerlySent({ ...before, visits }, after, evening).values()]).toEqual([
      [earlier, sentUntilNow('ab')],
      [earlier, sentUntilNow('ab')],
      [earlier, sentUntilNow('cd')],
      [sentUntilNow('')],
      [sentUntilNow('gh')],
      [sentUntilNow('cd')],
      [sentUntilNow('')],
      [],
    ]);
  });

  it('keeps nothing of a visit to which the same go, in whatever order', () => {
    const before = plan(['ab'], 0, null);
    const visits = before.visits.map((one) => ({ ...one, former: [] }));
    expect([...formerlySent({ ...before, visits }, plan(['ba'], 0, null), evening).values()]).toEqual([[], []]);
  });
});
