import { describe, expect, it } from '@jest/globals';
import { anId, feb, history, inspected, timeZone } from '../../../test/builders.ts';
import type { Fact } from './fact.ts';
import { fold } from './fold.ts';
import { resume } from './resume.ts';

const NONE = { base: null, entries: [] };
const [Y1, Y2, R3, G] = [
  { colour: 'YELLOW', run: 1 },
  { colour: 'YELLOW', run: 2 },
  { colour: 'RED', run: 3 },
  { colour: 'GREEN', run: 0 },
];

function corrections(before: readonly Fact[], after: readonly Fact[]) {
  const told = resume({ base: null, entries: fold(before, timeZone).entries }, after, timeZone).corrections;
  return told.map(({ day, from, to }) => [Number(day.slice(-2)), from, to]);
}

describe('a history taken up again', () => {
  it('after a day whose shutdown was signed counts no later result of that day', () => {
    const [A, B] = [anId(5), anId(7)];
    const facts: Fact[] = [
      ...history('1 1 1 I'),
      inspected({ id: A, at: feb(4), passed: false }),
      { kind: 'SHUTDOWN_SIGNED', id: anId(6), at: feb(4, 18), on: A },
      inspected({ id: B, at: feb(4, 20) }),
    ];
    const { entries } = fold(facts, timeZone);
    expect(entries.map(({ factId }) => factId)).toEqual([1, 2, 3, 4, 5, 6].map(anId));
    const next = inspected({ id: anId(8), at: feb(5), passed: false });
    const resumed = resume({ base: entries.at(-1)!, entries: [] }, [...facts.slice(-2), next], timeZone);
    expect(resumed.fresh.map(({ factId, condition }) => [factId, condition])).toEqual([[next.id, 'SHUT_DOWN']]);
  });

  it('from nothing is all fresh, and corrects nothing', () => {
    const resumed = resume(NONE, history('1 1'), timeZone);
    expect([resumed.fresh, resumed.gone, resumed.corrections]).toEqual([
      fold(history('1 1'), timeZone).entries,
      [],
      [],
    ]);
  });

  it('after its last entry gives what is new alone', () => {
    const facts = history('1 1 1');
    const { entries } = fold(facts, timeZone);
    const { light, fresh, gone } = resume({ base: entries[1]!, entries: [] }, facts.slice(1), timeZone);
    expect([light, fresh, gone]).toEqual([fold(facts, timeZone).light, [entries[2]], []]);
  });

  it('corrects no day when the next day comes', () => {
    expect(corrections(history('1 1'), history('1 1 1'))).toEqual([]);
  });

  it('does not correct the last day when a later result of it counts', () => {
    const [morning, evening] = [
      inspected({ at: feb(14, 8), passed: false }),
      inspected({ id: anId(2), at: feb(14, 20) }),
    ];
    expect([corrections([morning], [morning, evening]), corrections([evening], [morning, evening])]).toEqual([[], []]);
  });

  it('corrects a day before the last when a later result of it counts', () => {
    const late = inspected({ id: anId(9), at: feb(1, 20) });
    expect(corrections(history('1 1'), [...history('1 1'), late])).toEqual([
      [1, Y1, G],
      [2, Y2, Y1],
    ]);
  });

  it('corrects the days from a late result on: Y Y becomes Y G Y', () => {
    const [first, second, third] = history('1 0 1');
    expect(corrections([first!, third!], [first!, second!, third!])).toEqual([
      [2, null, G],
      [3, Y2, Y1],
    ]);
  });

  it('takes back the red that a voided result had brought', () => {
    expect(corrections(history('1 1 1'), history('1 1v 1'))).toEqual([
      [2, Y2, null],
      [3, R3, Y2],
    ]);
  });

  it('corrects the last day when its result is voided', () => {
    expect(corrections(history('1 1'), history('1 1v'))).toEqual([[2, Y2, null]]);
    const [morning, evening] = [
      inspected({ at: feb(14, 8), passed: false }),
      inspected({ id: anId(2), at: feb(14, 20) }),
    ];
    expect(corrections([morning, evening], [morning, { ...evening, voided: true }])).toEqual([[14, G, Y1]]);
  });
});
