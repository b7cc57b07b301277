import type { Fact } from './fact.ts';
import { foldOn } from './fold.ts';
import type { Light, LightEntry } from './light.ts';

/** Where a history is taken up again. */
export interface Stored {
  /** the last stored entry of the days before; null to fold from the beginning */
  readonly base: LightEntry | null;
  /** those after it, oldest first */
  readonly entries: readonly LightEntry[];
}

/** What a day ends with, as it is announced. */
type Told = Pick<Light, 'colour' | 'run'>;

/** A day whose light is another one than was announced. */
export interface Correction {
  readonly day: string;
  /** null: the day had none */
  readonly from: Told | null;
  /** null: nothing of the day counts any more */
  readonly to: Told | null;
}

export interface Resumed {
  readonly light: Light | null;
  readonly base: LightEntry | null;
  /** those after the base as they are now, oldest first */
  readonly entries: readonly LightEntry[];
  /** stored, and not following so any more */
  readonly gone: readonly LightEntry[];
  /** following, and not stored so */
  readonly fresh: readonly LightEntry[];
  readonly corrections: readonly Correction[];
}

function keyOf({ at, factId }: LightEntry): string {
  return `${at.getTime()} ${factId}`;
}

function isSameEntry(a: LightEntry, b: LightEntry): boolean {
  const sameLight = a.colour === b.colour && a.run === b.run && a.condition === b.condition && a.reason === b.reason;
  const sameCause = a.causedBy === b.causedBy && a.inspectionId === b.inspectionId && a.kind === b.kind;
  return sameLight && sameCause && a.day === b.day && keyOf(a) === keyOf(b) && a.since.getTime() === b.since.getTime();
}

function told(entry: LightEntry | undefined): Told | null {
  return entry ? { colour: entry.colour, run: entry.run } : null;
}

/** The light at the end of each day. */
function byDay(entries: readonly LightEntry[]): Map<string, LightEntry> {
  return new Map(entries.map((entry) => [entry.day, entry]));
}

/**
 * What was announced of a day and follows no more. The last day was not told wrongly where it went on: a later fact of that day counts now.
 */
function corrected(stored: readonly LightEntry[], entries: readonly LightEntry[]): Correction[] {
  const [before, after] = [byDay(stored), byDay(entries)];
  const last = stored.at(-1);
  if (last === undefined) return [];
  const isWrong = (day: string) => {
    const [from, to] = [before.get(day), after.get(day)];
    const wentOn = from === last && to !== undefined && to.at > last.at;
    return !wentOn && (from?.colour !== to?.colour || from?.run !== to?.run);
  };
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((day) => day <= last.day && isWrong(day))
    .toSorted()
    .map((day) => ({ day, from: told(before.get(day)), to: told(after.get(day)) }));
}

function missingFrom(others: readonly LightEntry[]): (entry: LightEntry) => boolean {
  const known = new Map(others.map((entry) => [keyOf(entry), entry]));
  return (entry) => {
    const other = known.get(keyOf(entry));
    return other === undefined || !isSameEntry(other, entry);
  };
}

/** Folds a history again from where it is taken up, and compares it with what is stored. */
export function resume({ base, entries: stored }: Stored, facts: readonly Fact[], timeZone: string): Resumed {
  const { light, entries } = foldOn(base, facts, timeZone);
  return {
    light,
    base,
    entries,
    gone: stored.filter(missingFrom(entries)),
    fresh: entries.filter(missingFrom(stored)),
    corrections: corrected(stored, entries),
  };
}
