import { describe, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { anId, arbitraryFacts, feb, inspected, timeZone } from '../../../test/builders.ts';
import type { Fact } from './fact.ts';
import { fold } from './fold.ts';

const facts = arbitraryFacts;
const shuffled = facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

function colour(all: readonly Fact[]) {
  return fold(all, timeZone).light?.colour;
}

// a failure prints the seed and the path that reproduce it
describe('the light of any history', () => {
  it('is the same in whatever order its facts are delivered', () => {
    fc.assert(fc.property(shuffled, ([all, other]) => isDeepStrictEqual(fold(all, timeZone), fold(other, timeZone))));
  });

  it('does not turn red by passing, however often', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 9 }), (all, count) => {
        const tail = Array.from({ length: count }, (_, i) => inspected({ id: anId(100 + i), at: feb(22 + i) }));
        return colour(all) === 'RED' || colour([...all, ...tail]) === 'GREEN';
      }),
    );
  });

  it('is what it was when an inspection is voided and the voiding is undone', () => {
    const voided = (all: readonly Fact[], id: string, is: boolean) =>
      all.map((one) => (one.kind === 'INSPECTED' && one.id === id ? { ...one, voided: is } : one));
    fc.assert(
      fc.property(facts, fc.nat(39), (all, n) => {
        const valid = voided(all, anId(n), false);
        return isDeepStrictEqual(
          fold(voided(voided(valid, anId(n), true), anId(n), false), timeZone),
          fold(valid, timeZone),
        );
      }),
    );
  });

  it('leaves a voided inspection out as if it had never been', () => {
    fc.assert(
      fc.property(facts, (all) => {
        const without = all.filter((one) => one.kind !== 'INSPECTED' || !one.voided);
        return isDeepStrictEqual(fold(all, timeZone), fold(without, timeZone));
      }),
    );
  });

  it('is red in every condition but the normal one, and green exactly without a run', () => {
    fc.assert(
      fc.property(facts, (all) =>
        fold(all, timeZone).entries.every(
          (one) =>
            (one.colour === 'RED') === (one.condition !== 'NORMAL') && (one.colour === 'GREEN') === (one.run === 0),
        ),
      ),
    );
  });
});
