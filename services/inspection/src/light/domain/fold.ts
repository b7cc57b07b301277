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

/** The entry that a fact adds; null for a step that does not fit the situation it meets, and so changes nothing. */
function after(before: LightEntry | null, fact: Fact, timeZone: string): LightEntry | null {
  const inspected = fact.kind === 'INSPECTED';
  const standing = inspected ? afterInspection(before ?? start, fact) : afterStep(before ?? start, fact);
  const moved = isMoved(before ?? start, standing);
  if (!inspected && (before === null || !moved)) return null;
  const colour = colourOf(standing);
  const movedBy = inspected && moved ? fact.id : before?.causedBy;
  return {
    condition: standing.condition,
    run: standing.run,
    colour,
    since: before?.colour === colour ? before.since : fact.at,
    causedBy: movedBy ?? fact.id,
    day: countyDay(fact.at, timeZone),
    at: fact.at,
    kind: fact.kind,
    factId: fact.id,
    inspectionId: inspected ? fact.id : before!.inspectionId,
    reason: reasonOf(before ?? start, fact, standing),
  };
}

/** The light that an entry left behind. */
function lightOf({ colour, run, since, condition, causedBy }: Light): Light {
  return { colour, run, since, condition, causedBy };
}

/**
 * Goes on from an entry: what lies before it need not be read again.
 * @param base the last entry of a county day, null to begin at the beginning; facts up to it are left out
 * @param timeZone of the county, whose day has one counting inspection
 * @returns the entries after the base, and the light after the last
 */
export function foldOn(base: LightEntry | null, facts: readonly Fact[], timeZone: string): History {
  const since = base && { id: base.factId, at: base.at };
  const left = since ? facts.filter((fact) => earlierFirst(since, fact) < 0) : facts;
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
