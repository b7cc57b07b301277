import type { Announcement } from '@qifutong/contracts/define-event';
import { centreClockWarned } from '@qifutong/contracts/taskforce/centre-clock-warned';
import type { Decision } from '@qifutong/kernel/decision';
import { deadline, instantOf, isToBeWarnedOf, nextNoticeAt, timesUrged, type Clock } from '../../clock/domain/clock.ts';
import { urged, warn } from '../../clock/domain/clock-moves.ts';
import type { UrgeEvery } from '../../clock/domain/sla-policy.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { breach, cached, HEARING_MS, named, type CentreClock } from './centre-clock.ts';

/** What a clock needs of itself by now: a warning, its breach. Whoever looks again at once finds nothing; notices see `urge`. */
export function wake(centre: CentreClock, now: Date, time: CountyTime): Decision<CentreClock, Announcement> {
  const warned = warnOf(centre, now, time);
  // what is still on its way must not be taken for missed
  const missed = breach(warned.state, new Date(now.getTime() - HEARING_MS), now, time);
  return { state: missed.state, events: [...warned.events, ...missed.events] };
}

function warnOf(centre: CentreClock, now: Date, time: CountyTime): Decision<CentreClock, Announcement> {
  const { clock: before } = centre;
  if (!isToBeWarnedOf(before, now)) return { state: centre, events: [] };
  const clock = warn(before, now, time);
  const { percent, at } = clock.history.findLast((fact) => fact.type === 'WARNED')!;
  const [dueAt, warnedAt, noticedAt] = [deadline(before), at, now].map((instant) => instant.toISOString());
  const event = centreClockWarned({
    ...named(centre),
    percent,
    dueAt: dueAt!,
    warnedAt: warnedAt!,
    noticedAt: noticedAt!,
  });
  const rest = warnOf(cached({ ...centre, clock }), now, time);
  return { state: rest.state, events: [event, ...rest.events] };
}

/** The first notice is due for every missed deadline; another after each interval, while it is awaited. */
function isToBeUrgedFor({ clock, open }: CentreClock, now: Date): boolean {
  if (instantOf(clock, 'BREACHED') === null) return false;
  return timesUrged(clock) === 0 || (open && now >= nextNoticeAt(clock)!);
}

/** 催办: records the notice that is due by now, one however many intervals have passed. */
export function urge(centre: CentreClock, now: Date, time: CountyTime, every: UrgeEvery): CentreClock {
  if (!isToBeUrgedFor(centre, now)) return centre;
  return cached({ ...centre, clock: urged(centre.clock, now, every(centre.clock.policyVersion), time) });
}

/** The notices that were recorded between two states of a clock. */
export function newUrgings(before: Clock | null, centre: CentreClock) {
  const known = before === null ? 0 : timesUrged(before);
  const { id: centreClockId, issueId, number, round, domain, townCode, kind, dueAt, clock } = centre;
  const about = { centreClockId, issueId, number, round, domain, townCode, clock: kind, dueAt };
  return clock.history.flatMap((fact) =>
    fact.type === 'URGED' && fact.ordinal > known ? [{ ...about, ordinal: fact.ordinal, issuedAt: fact.at }] : [],
  );
}
