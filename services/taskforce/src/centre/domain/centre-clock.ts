import type { Announcement } from '@qifutong/contracts/define-event';
import type { CentreClockKind, Domain } from '@qifutong/contracts/fields';
import { centreClockBreached } from '@qifutong/contracts/taskforce/centre-clock-breached';
import type { Decision } from '@qifutong/kernel/decision';
import { instantOf, isMissed, nextNoticeAt, wakesAt, type Clock, type ClockTerms } from '../../clock/domain/clock.ts';
import { end, miss, revokeBreach, revokeEnd, startClock } from '../../clock/domain/clock-moves.ts';
import { isoDuration } from '../../clock/domain/duration.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import type { Course } from './course.ts';
import type { Span } from './spans.ts';

/** What was done in time may still be on its way from intake: so many milliseconds are waited before a deadline is taken for missed. */
export const HEARING_MS = 2_000;

/** One of the centre's own two time limits of an issue: to dispatch it, to call its firm back. */
export interface CentreClock {
  readonly id: string;
  readonly version: number;
  readonly issueId: string;
  readonly number: string;
  readonly round: number;
  readonly kind: CentreClockKind;
  /** which of its kind it is in the issue's course, from 1 */
  readonly ordinal: number;
  readonly domain: Domain | null;
  readonly townCode: string | null;
  readonly startedAt: Date;
  /** when it was done, in time or late, or fell away; null while it is awaited */
  readonly endedAt: Date | null;
  readonly clock: Clock;
  /** caches of what the clock says, see `cached` */
  readonly dueAt: Date;
  readonly wakeAt: Date | null;
  readonly missed: boolean;
  readonly open: boolean;
}

type Cache = 'dueAt' | 'wakeAt' | 'missed' | 'open';
type About = Pick<Course, 'issueId' | 'number' | 'domain' | 'townCode'>;

/** The clock with its caches made anew: what the database searches by. */
export function cached(centre: Omit<CentreClock, Cache>): CentreClock {
  const { clock, endedAt } = centre;
  const breachedAt = instantOf(clock, 'BREACHED');
  const wakeAt = breachedAt === null ? looksAt(clock) : nextNoticeAt(clock);
  return {
    ...centre,
    dueAt: breachedAt ?? clock.dueAt!,
    wakeAt: endedAt === null ? wakeAt : null,
    missed: breachedAt !== null,
    open: endedAt === null,
  };
}

function looksAt(clock: Clock): Date | null {
  const at = wakesAt(clock);
  return at !== null && clock.dueAt !== null && at > clock.dueAt ? new Date(at.getTime() + HEARING_MS) : at;
}

/** What every event of such a clock names. */
export function named({ id: centreClockId, issueId, round, domain, kind: centreClock }: CentreClock) {
  return { centreClockId, issueId, round, domain, centreClock };
}

/** What a clock follows: one span of its issue's course. */
interface Followed {
  readonly course: Course;
  readonly span: Span;
}

/** A clock of which nothing was stored before. */
export function begin(id: string, { course, span }: Followed, terms: ClockTerms, time: CountyTime): CentreClock {
  const { kind, ordinal, round, startedAt } = span;
  const clock = span.dueAt ? startedToEnd(terms, span.dueAt, startedAt, time) : startClock(terms, startedAt, time);
  return cached({ id, version: 0, ...aboutOf(course), round, kind, ordinal, startedAt, endedAt: null, clock });
}

/** Intake keeps to one deadline, which may have passed while the issue was elsewhere. */
function startedToEnd(terms: ClockTerms, dueAt: Date, startedAt: Date, time: CountyTime): Clock {
  const at = startedAt < dueAt ? startedAt : new Date(dueAt.getTime() - 1);
  const duration = isoDuration(dueAt.getTime() - at.getTime());
  return startClock({ ...terms, limit: { kind: 'ELAPSED', duration } }, at, time);
}

function aboutOf({ issueId, number, domain, townCode }: Course): About {
  return { issueId, number, domain, townCode };
}

/** Records that its deadline has passed, at its true time. @param until what was done by then was done in time */
export function breach(
  centre: CentreClock,
  until: Date,
  noticedAt: Date,
  time: CountyTime,
): Decision<CentreClock, Announcement> {
  if (!isMissed(centre.clock, until)) return { state: centre, events: [] };
  const state = cached({ ...centre, clock: miss(centre.clock, noticedAt, time) });
  const instants = { dueAt: state.dueAt.toISOString(), noticedAt: noticedAt.toISOString() };
  return { state, events: [centreClockBreached({ ...named(state), ...instants })] };
}

/**
 * The clock as the issue's course has it now. What was done in time was met, though it is heard late and a breach was recorded
 * meanwhile; what was done late stays a breach.
 */
export function follow(
  before: CentreClock,
  { course, span }: Followed,
  now: Date,
  time: CountyTime,
): Decision<CentreClock, Announcement> {
  const centre = cached({ ...before, ...aboutOf(course) });
  if (span.end === null) return { state: reopened(centre, now, time), events: [] };
  if (centre.endedAt !== null) return { state: centre, events: [] };
  const { type, at } = span.end;
  const late = breach(centre, at, now, time);
  const missed = instantOf(late.state.clock, 'BREACHED');
  const clock = missed !== null && at <= missed ? revokeBreach(late.state.clock, now, time) : late.state.clock;
  return { state: cached({ ...late.state, endedAt: at, clock: end(clock, type, at, time) }), events: late.events };
}

function reopened(centre: CentreClock, now: Date, time: CountyTime): CentreClock {
  if (centre.endedAt === null) return centre;
  return cached({ ...centre, endedAt: null, clock: revokeEnd(centre.clock, now, time) });
}
