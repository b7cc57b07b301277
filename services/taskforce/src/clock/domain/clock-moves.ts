import type { SuspensionReason } from '@qifutong/contracts/fields';
import {
  instantOf,
  isEnding,
  isOpen,
  isRunning,
  isSuspended,
  latest,
  nextWarning,
  rebuilt,
  timesUrged,
  type Clock,
  type ClockFact,
  type ClockKind,
  type ClockTerms,
  type Resumption,
} from './clock.ts';
import type { CountyTime } from './time-limit.ts';

/** Neither a warning given meanwhile counts, nor a breach that was taken back, with its notices. */
function lastKnown(history: readonly ClockFact[]): ClockFact {
  const last = history.findLastIndex(({ type }) => type !== 'WARNED');
  const endedAt = history[last]!.type === 'REVOKED' ? history.findLastIndex(({ type }) => isEnding(type)) : -1;
  return history[endedAt]?.type === 'BREACHED' ? lastKnown(history.slice(0, endedAt)) : history[last]!;
}

function withFact(clock: Clock, fact: ClockFact, time: CountyTime): Clock {
  // what is heard late may have happened before what is known already
  const known = lastKnown(clock.history);
  const at = 'noticedAt' in fact ? fact.at : latest(fact.at, known.at);
  return rebuilt({ ...clock, history: [...clock.history, { ...fact, at }] }, time);
}

export function startClock(terms: ClockTerms, at: Date, time: CountyTime): Clock {
  return rebuilt({ ...terms, history: [{ type: 'STARTED', at }] }, time);
}

/** The same clock under another name: what ran on a task that ended runs on in the next. */
export function carriedOn(clock: Clock, kind: ClockKind): Clock {
  return { ...clock, kind };
}

/** Ends an open clock; one that has ended stays as it is. */
export function end(clock: Clock, type: 'MET' | 'CANCELLED', at: Date, time: CountyTime): Clock {
  return isOpen(clock) ? withFact(clock, { type, at }, time) : clock;
}

/** Lets a clock run on that was met or cancelled; one that was breached was neither, and stays breached. */
export function revokeEnd(clock: Clock, at: Date, time: CountyTime): Clock {
  const ended = instantOf(clock, 'MET') ?? instantOf(clock, 'CANCELLED');
  return ended ? withFact(clock, { type: 'REVOKED', at }, time) : clock;
}

/** Takes back a breach that was recorded while it was not known yet that the clock had been met in time. */
export function revokeBreach(clock: Clock, at: Date, time: CountyTime): Clock {
  return instantOf(clock, 'BREACHED') ? withFact(clock, { type: 'REVOKED', at }, time) : clock;
}

/** Stops a running clock's time. */
export function suspend(clock: Clock, reason: SuspensionReason, at: Date, time: CountyTime): Clock {
  return isRunning(clock) ? withFact(clock, { type: 'SUSPENDED', at, reason }, time) : clock;
}

/** Lets a suspended clock's time pass again. */
export function resume(clock: Clock, at: Date, time: CountyTime, why?: Resumption): Clock {
  return isSuspended(clock) ? withFact(clock, { type: 'RESUMED', at, ...why }, time) : clock;
}

/** Moves a running clock's deadline, where that makes it later. */
export function extend(clock: Clock, until: Date, at: Date, time: CountyTime): Clock {
  return isRunning(clock) && until > clock.dueAt! ? withFact(clock, { type: 'EXTENDED', at, until }, time) : clock;
}

/** Records that its deadline has passed, at its true time. */
export function miss(clock: Clock, noticedAt: Date, time: CountyTime): Clock {
  return withFact(clock, { type: 'BREACHED', at: clock.dueAt!, noticedAt }, time);
}

/** Records that the warning which is due was given. */
export function warn(clock: Clock, noticedAt: Date, time: CountyTime): Clock {
  const percent = nextWarning(clock.warnAt, clock.history)!;
  return withFact(clock, { type: 'WARNED', at: clock.warningAt!, percent, noticedAt }, time);
}

/** Records that an urging notice was issued for the missed deadline, and in how many milliseconds the next is due. */
export function urged(clock: Clock, at: Date, everyMs: number, time: CountyTime): Clock {
  const nextAt = new Date(at.getTime() + everyMs);
  return withFact(clock, { type: 'URGED', at, ordinal: timesUrged(clock) + 1, nextAt }, time);
}
