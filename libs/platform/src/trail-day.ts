import type { Announcement } from '@qifutong/contracts/define-event';
import { addDays, countyDay, countyInstant } from '@qifutong/kernel/county-time';
import { append } from '@qifutong/persistence/append';
import { chainEnd } from '@qifutong/persistence/chain';
import type { Database, Tx } from '@qifutong/persistence/database';

interface Told {
  readonly timeZone: string;
  /** the event that tells in what a day's trail ended; its aggregate is the day, of the kind `<service>-trail` */
  readonly event: ((data: { day: string; link: number; hash: string }) => Announcement) & { readonly service: string };
}

/**
 * The next day to be told of; null while it still runs.
 * @param lastTold the last that was; null for none yet: then yesterday is the first, not all the past
 * @param since the day of the first entry
 */
export function dayToTell(lastTold: string | null, since: string, today: string): string | null {
  const yesterday = addDays(today, -1);
  const next = lastTold === null ? (since > yesterday ? since : yesterday) : addDays(lastTold, 1);
  return next < today ? next : null;
}

const ALONE = `select pg_advisory_xact_lock(hashtext('trail_day' || current_schema()))`;
const COURSE = `select max(aggregate_id) as last, (select min(created_at) from event_log) as since
  from event_log where aggregate_type = $1 || '-trail'`;

async function tellNext(tx: Tx, { timeZone, event }: Told): Promise<boolean> {
  await tx.manager.query(ALONE);
  const [course]: { last: string | null; since: Date | null }[] = await tx.manager.query(COURSE, [event.service]);
  const { last, since } = course!;
  const now = await tx.now();
  const day = since && dayToTell(last, countyDay(since, timeZone), countyDay(now, timeZone));
  const end = await chainEnd(tx.manager);
  if (day === null || end === null) return false;
  await append(tx, [event({ day, link: end.link, hash: end.hash.toString('hex') })], 0, now);
  return true;
}

/**
 * Announces of every county day that has ended in what the service's chain ends now: each day once, however many instances do it.
 * @returns milliseconds until the day that runs ends
 */
export async function tellEndedDays(db: Database, told: Told): Promise<number> {
  while (await db.transaction((tx) => tellNext(tx, told)));
  const now = await db.now();
  return countyInstant(countyDay(now, told.timeZone), '24:00', told.timeZone).getTime() - now.getTime();
}
