import type { Announcement } from '@qifutong/contracts/define-event';
import { Rejection } from '@qifutong/kernel/rejection';
import type { Firm } from './firm.ts';
import { registerFirm, type County, type FirmSaid } from './register-firm.ts';

export const entryOutcomes = ['REGISTERED', 'CHANGED', 'UNCHANGED', 'REFUSED'] as const;
export type EntryOutcome = (typeof entryOutcomes)[number];

/** What became of one row. */
export interface Entry {
  readonly outcome: EntryOutcome;
  readonly before: Firm | null;
  readonly firm: Firm | null;
  readonly events: readonly Announcement[];
  readonly refusal: Rejection | null;
}

/**
 * Enters rows in their order, each by the rule of one. A row that is refused leaves the others alone; a firm named twice is changed by
 * the second row, as if the rows had come one by one.
 * @param rows what is said of firms, or why a row says nothing that could be read
 */
export function enterFirms(
  known: readonly Firm[],
  rows: readonly (FirmSaid | Rejection)[],
  county: County,
  now: Date,
): readonly Entry[] {
  const firms = new Map(known.map((firm) => [firm.creditCode, firm]));
  return rows.map((row) => {
    if (row instanceof Rejection) return refused(row);
    const entry = enter(firms.get(row.creditCode) ?? null, row, county, now);
    if (entry.firm !== null) firms.set(row.creditCode, entry.firm);
    return entry;
  });
}

function enter(before: Firm | null, said: FirmSaid, county: County, now: Date): Entry {
  try {
    const { state, events } = registerFirm(before, said, county, now);
    const outcome = before === null ? 'REGISTERED' : events.length > 0 ? 'CHANGED' : 'UNCHANGED';
    return { outcome, before, firm: { ...state, version: state.version + events.length }, events, refusal: null };
  } catch (cause) {
    if (!(cause instanceof Rejection)) throw cause;
    return refused(cause);
  }
}

function refused(refusal: Rejection): Entry {
  return { outcome: 'REFUSED', before: null, firm: null, events: [], refusal };
}
