import { countyLater } from '@qifutong/kernel/county-time';
import {
  afterOf,
  type ContactItem,
  type IssueLife,
  type OpinionItem,
  type RetentionPolicy,
  type StayReason,
} from './retention.ts';

/** By what it is decided. */
export interface Terms {
  readonly policy: Pick<RetentionPolicy, 'lines'>;
  readonly timeZone: string;
  /** of the issues that the items belong to, and of those that these were merged into */
  readonly lives: ReadonlyMap<string, IssueLife>;
  /** the end of the last day whose account is frozen; null: none is */
  readonly closedUntil: Date | null;
}

/** What goes, and what stays with the reason. */
export interface Verdicts<I> {
  readonly due: readonly I[];
  readonly stay: readonly { readonly item: I; readonly because: StayReason }[];
}

/** Decides at an instant which items go. At the very end of the period they go. */
export function dueForRetention<I extends ContactItem | OpinionItem>(
  items: readonly I[],
  terms: Terms,
  at: Date,
): Verdicts<I> {
  const judged = items.map((item) => ({ item, because: stays(item, terms, at) }));
  return {
    due: judged.flatMap(({ item, because }) => (because === null ? [item] : [])),
    stay: judged.flatMap(({ item, because }) => (because === null ? [] : [{ item, because }])),
  };
}

function stays(item: ContactItem | OpinionItem, terms: Terms, at: Date): StayReason | null {
  const { policy, timeZone, lives, closedUntil } = terms;
  const isWithin = (since: Date) => at < countyLater(since, afterOf(policy, item.kind), timeZone);
  if (item.kind === 'PUBLIC_OPINION_ITEM') {
    if (isWithin(item.takenAt)) return 'WITHIN_PERIOD';
    return closedUntil === null || item.bookedAt >= closedUntil ? 'DAY_NOT_CLOSED' : null;
  }
  const { status, writtenOffAt } = survivor(item.issueId, lives);
  if (status === 'REJECTED') return 'ISSUE_REJECTED';
  if (status !== 'WRITTEN_OFF' || writtenOffAt === null) return 'ISSUE_OPEN';
  return isWithin(writtenOffAt) ? 'WITHIN_PERIOD' : null;
}

/** The issue that lives on: what was merged counts by it. */
function survivor(issueId: string, lives: ReadonlyMap<string, IssueLife>): IssueLife {
  const life = lives.get(issueId);
  if (!life) throw new RangeError(`nothing is known of the issue ${issueId}`);
  return life.mergedInto === null ? life : survivor(life.mergedInto, lives);
}

/** A month that lacks a day moves the end of a period by three days at most, on the way there as on the way back. */
const LEEWAY = 'P7D';

/**
 * Between which instants an item's beginning must lie for its period to end about now: what began before is due, what began after
 * is not, and what lies between is for the rule to say.
 */
export function turnOf(after: string, at: Date, timeZone: string): { readonly from: Date; readonly to: Date } {
  const about = countyLater(at, `-${after}`, timeZone);
  return { from: countyLater(about, `-${LEEWAY}`, timeZone), to: countyLater(about, LEEWAY, timeZone) };
}
