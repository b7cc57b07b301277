import { describe, expect, it } from '@jest/globals';
import { anId, feb, history, inspected, timeZone } from '../../../test/builders.ts';
import { counting } from './counting.ts';
import { fold } from './fold.ts';

/** midnight between 14 and 15 February in the county */
const midnight = Date.parse('2020-02-14T16:00:00.000Z');

describe('the one result that counts for a county day', () => {
  it('is the last performed, in whatever order they are delivered', () => {
    const [morning, noon, evening] = [8, 12, 20].map((hour, i) => inspected({ id: anId(i), at: feb(14, hour) }));
    expect(counting([noon!, evening!, morning!], timeZone)).toEqual([evening]);
  });

  it('is that with the larger id of two performed at the same instant', () => {
    const [smaller, larger] = [inspected({ id: anId(1), passed: true }), inspected({ id: anId(2), passed: false })];
    expect(counting([larger, smaller], timeZone)).toEqual([larger]);
    expect(counting([smaller, larger], timeZone)).toEqual([larger]);
  });

  it('is the last that was not voided', () => {
    const [morning, evening] = [
      inspected({ at: feb(14, 8) }),
      inspected({ id: anId(2), at: feb(14, 20), voided: true }),
    ];
    expect(counting([morning, evening], timeZone)).toEqual([morning]);
  });

  it('is the one that a commander has decided on, whatever is found later that day', () => {
    const [morning, evening] = [8, 20].map((hour, i) => inspected({ id: anId(i), at: feb(14, hour) }));
    const signed = { kind: 'SHUTDOWN_SIGNED' as const, id: anId(9), at: feb(14, 12), on: anId(0) };
    expect(counting([evening!, morning!, signed], timeZone)).toEqual([morning, signed]);
    const other = { ...signed, on: anId(7) };
    expect(counting([evening!, morning!, other], timeZone)).toEqual([other, evening]);
  });

  it.each([
    [-1, ['2020-02-14']],
    [0, ['2020-02-14', '2020-02-15']],
    [1, ['2020-02-14', '2020-02-15']],
  ])('begins anew at midnight in the county: %i ms', (ms, days) => {
    const late = inspected({ id: anId(2), at: new Date(midnight + ms) });
    const { entries } = fold([inspected({ at: feb(14, 23) }), late], timeZone);
    expect(entries.map(({ day }) => day)).toEqual(days);
  });

  it('makes three failures on one day one yellow', () => {
    const failures = [8, 12, 20].map((hour, i) => inspected({ id: anId(i), at: feb(14, hour), passed: false }));
    const { light, entries } = fold(failures, timeZone);
    const yellow = { colour: 'YELLOW', run: 1, since: feb(14, 20), condition: 'NORMAL', causedBy: anId(2) };
    const told = { day: '2020-02-14', at: feb(14, 20), kind: 'INSPECTED', factId: anId(2), inspectionId: anId(2) };
    expect({ light, entries }).toEqual({ light: yellow, entries: [{ ...yellow, ...told, reason: 'RULES_UNMET' }] });
  });

  it('leaves the steps between inspections where they are', () => {
    const facts = history('1 1 1 I 0');
    expect(counting(facts.toReversed(), timeZone)).toEqual(facts);
  });
});
