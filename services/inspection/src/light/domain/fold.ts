import { countyDay } from '@qifutong/kernel/county-time';
import { counting } from './counting.ts';
import { earlierFirst, type Fact } from './fact.ts';
import type { History, Light, LightEntry } from './light.ts';
import { reasonOf } from './reason.ts';
import { afterInspection, afterStep, colourOf, type Standing } from './standing.ts';

const start: Standing = { condition: 'NORMAL', run: 0 };

function isMoved(before: Standing, { condition, run }: Standing): boolean {
  return before.condition !== condition || before.run !== run;
}

/** The light after a fact; the same as before for a step that does not fit the situation it meets. */
function lightAfter(before: Light | null, fact: Fact, standing: Standing): Light {
  const colour = colourOf(standing);
  const moved = fact.kind === 'INSPECTED' && isMoved(before ?? start, standing);
  return {
    condition: standing.condition,
    run: standing.run,
    colour,
    since: before?.colour === colour ? before.since : fact.at,
    causedBy: before === null || moved ? fact.id : before.causedBy,
  };
}

/** The entry that a fact adds; null for a step that changes nothing. */
function after(before: LightEntry | null, fact: Fact, timeZone: string): LightEntry | null {
  const standing = before ?? start;
  const inspected = fact.kind === 'INSPECTED';
  const next = inspected ? afterInspection(standing, fact) : afterStep(standing, fact);
  if (!inspected && (before === null || !isMoved(standing, next))) return null;
  return {
    ...lightAfter(before, fact, next),
    day: countyDay(fact.at, timeZone),
    at: fact.at,
    kind: fact.kind,
    factId: fact.id,
    inspectionId: inspected ? fact.id : before!.inspectionId,
    reason: reasonOf(standing, fact, next),
  };
}

/** The light that an entry left behind. */
function lightOf({ colour, run, since, condition, causedBy }: Light): Light {
  return { colour, run, since, condition, causedBy };
}

/** The result that counts for the day of an entry that ends it is known: no later one of that day does, whoever decided so. */
function isLeft({ factId: id, at, day }: LightEntry, fact: Fact, timeZone: string): boolean {
  if (earlierFirst({ id, at }, fact) > 0) return false;
  return fact.id !== id && (fact.kind !== 'INSPECTED' || countyDay(fact.at, timeZone) !== day);
}

/**
 * Goes on from an entry: what lies before it need not be read again.
 * @param base the last entry of a county day, null to begin at the beginning; facts up to it are left out
 * @param timeZone of the county, whose day has one counting inspection
 * @returns the entries after the base, and the light after the last
 */
export function foldOn(base: LightEntry | null, facts: readonly Fact[], timeZone: string): History {
  const left = base ? facts.filter((fact) => isLeft(base, fact, timeZone)) : facts;
  const entries: LightEntry[] = [];
  let last = base;
  for (const fact of counting(left, timeZone)) {
    const entry = after(last, fact, timeZone);
    if (entry === null) continue;
    entries.push(entry);
    last = entry;
  }
  return { light: last && lightOf(last), entries };
}

/** The lights of one firm: a pure function of all its facts, in whatever order they are told. */
export function fold(facts: readonly Fact[], timeZone: string): History {
  return foldOn(null, facts, timeZone);
}
