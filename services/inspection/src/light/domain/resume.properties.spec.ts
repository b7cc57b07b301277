import { describe, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { countyDay, countyInstant } from '@qifutong/kernel/county-time';
import { anId, arbitraryFacts, timeZone } from '../../../test/builders.ts';
import type { Fact } from './fact.ts';
import { fold } from './fold.ts';
import type { LightEntry } from './light.ts';
import { resume } from './resume.ts';

/** What a store does with a change: takes up at its day, deletes what is gone, inserts what is fresh. */
function stored(before: readonly LightEntry[], facts: readonly Fact[], changed: Fact) {
  const from = countyInstant(countyDay(changed.at, timeZone), '00:00', timeZone);
  const base = before.findLast(({ at }) => at < from) ?? null;
  const sinceBase = facts.filter(({ at }) => base === null || at >= base.at);
  const taken = before.filter(({ at }) => at >= from);
  const resumed = resume({ base, entries: taken }, sinceBase, timeZone);
  const kept = before.filter((entry) => !resumed.gone.includes(entry));
  const after = [...kept, ...resumed.fresh].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.factId < b.factId ? -1 : 1),
  );
  return { after, resumed };
}

function delivered(facts: readonly Fact[]) {
  let entries: LightEntry[] = [];
  const known: Fact[] = [];
  for (const fact of facts) {
    known.push(fact);
    entries = stored(entries, known, fact).after;
  }
  return entries;
}

const shuffled = arbitraryFacts.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

/** Each decision was made on the last result before it, as commanders decide. */
const decidedFacts = arbitraryFacts.map((facts) =>
  facts.map((fact): Fact => {
    if (fact.kind !== 'SHUTDOWN_SIGNED' && fact.kind !== 'SHUTDOWN_REFUSED') return fact;
    const before = facts.filter(({ kind, at }) => kind === 'INSPECTED' && at < fact.at);
    return { ...fact, on: before.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1)?.id ?? null };
  }),
);

// a failure prints the seed and the path that reproduce it
describe('the stored entries', () => {
  it('are those of the fold over the whole history, in whatever order the facts came', () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => isDeepStrictEqual(delivered(other), [...fold(all, timeZone).entries])),
    );
  });

  it('lead to the light of the fold over the whole history, from whatever day they are taken up', () => {
    fc.assert(
      fc.property(decidedFacts, fc.nat(39), (all, n) => {
        const whole = fold(all, timeZone);
        const changed = all[n % (all.length || 1)];
        if (changed === undefined) return true;
        const { resumed } = stored(whole.entries, all, changed);
        return (
          isDeepStrictEqual(resumed.light, whole.light) &&
          isDeepStrictEqual([resumed.gone, resumed.fresh, resumed.corrections], [[], [], []])
        );
      }),
    );
  });

  it('are what they were when a result is voided and restored; what was corrected is corrected back', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.nat(39), (all, n) => {
        const one = all.find(({ id }) => id === anId(n));
        if (one?.kind !== 'INSPECTED' || one.voided) return true;
        const without = all.map((fact) => (fact === one ? { ...one, voided: true } : fact));
        const before = [...fold(all, timeZone).entries];
        const voided = stored(before, without, one);
        const restored = stored(voided.after, all, one);
        const back = restored.resumed.corrections.map(({ day, from, to }) => ({ day, from: to, to: from }));
        const there = voided.resumed.corrections;
        // a result that is last again lets the last day go on: no correction
        const last = voided.after.at(-1)?.day ?? '';
        const known = there.filter(({ day }) => day < last);
        return (
          isDeepStrictEqual(restored.after, before) &&
          known.every((each) => back.some((other) => isDeepStrictEqual(each, other)))
        );
      }),
    );
  });
});
