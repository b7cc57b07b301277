import { countyDay } from '@qifutong/kernel/county-time';
import { counting } from './counting.ts';
import type { Fact } from './fact.ts';
import type { History, Light, LightEntry } from './light.ts';
import { afterInspection, afterStep, colourOf, type Standing } from './standing.ts';

const start: Standing = { condition: 'NORMAL', run: 0 };

function isMoved(before: Light, { condition, run }: Standing): boolean {
  return before.condition !== condition || before.run !== run;
}

function after(before: Light | null, fact: Fact): Light | null {
  const inspected = fact.kind === 'INSPECTED';
  if (before === null && !inspected) return null;
  const standing = inspected ? afterInspection(before ?? start, fact) : afterStep(before ?? start, fact);
  const colour = colourOf(standing);
  if (before === null) return { ...standing, colour, since: fact.at, causedBy: fact.id };
  const since = colour === before.colour ? before.since : fact.at;
  const causedBy = inspected && isMoved(before, standing) ? fact.id : before.causedBy;
  return { condition: standing.condition, run: standing.run, colour, since, causedBy };
}

function entryOf({ colour, run, since, condition }: Light, { id, at }: Fact, timeZone: string): LightEntry {
  return { day: countyDay(at, timeZone), inspectionId: id, colour, run, since, condition };
}

/**
 * The lights of one firm: a pure function of all its facts, in whatever order they are told.
 * @param timeZone of the county, whose day has one counting inspection
 */
export function fold(facts: readonly Fact[], timeZone: string): History {
  let light: Light | null = null;
  const entries: LightEntry[] = [];
  for (const fact of counting(facts, timeZone)) {
    light = after(light, fact);
    if (light && fact.kind === 'INSPECTED') entries.push(entryOf(light, fact, timeZone));
  }
  return { light, entries };
}
