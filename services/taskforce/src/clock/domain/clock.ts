import { clockKinds as ofTaskForce, type ResumptionReason, type SuspensionReason } from '@qifutong/contracts/fields';
import { allowance, measureOf, type CountyTime, type Measure, type TimeLimit } from './time-limit.ts';

/**
 * The time limits: registration to dispatch, dispatch to acceptance, acceptance to effective solution, solution to callback; FIRM is
 * the firm's own solution clock, which runs on with a task that was transferred.
 */
export const clockKinds = ['DISPATCH', ...ofTaskForce, 'FIRM', 'CALLBACK'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Why what stood still goes on; facts from before it was asked have none. */
export interface Resumption {
  readonly reason: ResumptionReason;
  readonly note: string | null;
}

/** When a clock's time stood still, and why. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
  readonly reason: SuspensionReason;
  readonly resumptionReason: ResumptionReason | null;
  readonly resumptionNote: string | null;
}

/**
 * What happened to a clock. Of a warning and a breach `at` is the true instant, whenever it was noticed; of a notice `nextAt` is when
 * another is due, should what was missed be awaited still. REVOKED: what had ended it
 * last does not hold, and it runs on as if it had never stopped.
 */
export type ClockFact =
  | { readonly type: 'STARTED' | 'MET' | 'CANCELLED' | 'REVOKED'; readonly at: Date }
  | ({ readonly type: 'RESUMED'; readonly at: Date } & Partial<Resumption>)
  | { readonly type: 'SUSPENDED'; readonly at: Date; readonly reason: SuspensionReason }
  | { readonly type: 'EXTENDED'; readonly at: Date; readonly until: Date }
  | { readonly type: 'WARNED'; readonly at: Date; readonly percent: number; readonly noticedAt: Date }
  | { readonly type: 'BREACHED'; readonly at: Date; readonly noticedAt: Date }
  | { readonly type: 'URGED'; readonly at: Date; readonly ordinal: number; readonly nextAt: Date };

/** What a clock is bound by from its start on; a later change of the policy does not touch it. */
export interface ClockTerms {
  readonly kind: ClockKind;
  readonly limit: TimeLimit;
  /** percent of the limit at which a warning is due, rising */
  readonly warnAt: readonly number[];
  readonly policyVersion: number;
}

/** 限时: one time limit, and all that happened to it, oldest first; nothing of it is ever rewritten. */
export interface Clock extends ClockTerms {
  readonly history: readonly ClockFact[];
  /** caches of what the history says, see `standing`: the last instant at which it can be met, or could; null while suspended */
  readonly dueAt: Date | null;
  /** when the next warning is due; null where none is */
  readonly warningAt: Date | null;
}

/** How a clock stands after its history. */
export interface Standing {
  /** milliseconds that count: granted in all, and still left at `since` */
  readonly granted: number;
  readonly left: number;
  /** from when on what is left is counted; null while suspended */
  readonly since: Date | null;
  /** milliseconds around the clock that come after these: what an extension granted of time that does not count */
  readonly rest: number;
}

type Ending = 'MET' | 'CANCELLED' | 'BREACHED';
const endings: readonly ClockFact['type'][] = ['MET', 'CANCELLED', 'BREACHED'] satisfies Ending[];

export function isEnding(type: ClockFact['type']): boolean {
  return endings.includes(type);
}

/** The facts that hold: without an end that was revoked. */
function holding(history: readonly ClockFact[]): readonly ClockFact[] {
  // nearly always, and asked of every clock many times
  if (!history.some(({ type }) => type === 'REVOKED')) return history;
  const endBefore = (i: number) => history.slice(0, i).findLast(({ type }) => isEnding(type));
  const revoked = history.flatMap((fact, i) => (fact.type === 'REVOKED' ? [endBefore(i)] : []));
  return history.filter((fact) => fact.type !== 'REVOKED' && !revoked.includes(fact));
}

function leftAt({ left, since, rest }: Standing, at: Date, measure: Measure): Pick<Standing, 'left' | 'rest'> {
  if (since === null) return { left, rest };
  const over = at.getTime() - measure.after(since, left).getTime();
  return over <= 0 ? { left: left - measure.between(since, at), rest } : { left: 0, rest: Math.max(0, rest - over) };
}

/**
 * What the limit gives minus the time that counted: the one function from a clock's history to its deadline.
 * @param history with a STARTED first; warnings and notices change nothing here
 */
export function standing(limit: TimeLimit, history: readonly ClockFact[], time: CountyTime): Standing {
  const measure = measureOf(limit, time);
  const start = history[0]!.at;
  const granted = allowance(limit, start, time);
  return holding(history).reduce<Standing>(
    (now, fact) => {
      if (fact.type === 'SUSPENDED') return { ...now, ...leftAt(now, fact.at, measure), since: null };
      // what ended while it was suspended could have been met as if it had been resumed then
      if (fact.type === 'RESUMED' || isEnding(fact.type)) return { ...now, since: now.since ?? fact.at };
      if (fact.type !== 'EXTENDED') return now;
      const left = measure.between(fact.at, fact.until);
      const rest = fact.until.getTime() - measure.after(fact.at, left).getTime();
      return { granted: now.granted - leftAt(now, fact.at, measure).left + left, left, since: fact.at, rest };
    },
    { granted, left: granted, since: start, rest: 0 },
  );
}

/** The clock with its caches made anew from its history: a rebuild must find what is stored. */
export function rebuilt(
  { kind, limit, warnAt, policyVersion, history }: ClockTerms & Pick<Clock, 'history'>,
  time: CountyTime,
): Clock {
  const terms = { kind, limit, warnAt, policyVersion };
  const { granted, left, since, rest } = standing(limit, history, time);
  if (since === null) return { ...terms, history, dueAt: null, warningAt: null };
  const measure = measureOf(limit, time);
  const percent = nextWarning(warnAt, history);
  const before = percent === undefined ? 0 : left - Math.round((granted * (100 - percent)) / 100);
  const warningAt = percent === undefined ? null : measure.after(since, Math.max(0, before));
  return { ...terms, history, dueAt: new Date(measure.after(since, left).getTime() + rest), warningAt };
}

/** The percent of the limit of which is warned next; an extended deadline is warned of anew. */
export function nextWarning(warnAt: readonly number[], history: readonly ClockFact[]): number | undefined {
  const since = history.findLastIndex(({ type }) => type === 'EXTENDED') + 1;
  const given = history.slice(since).flatMap((fact) => (fact.type === 'WARNED' ? [fact.percent] : []));
  return warnAt.find((percent) => given.every((one) => percent > one));
}

/** The last instant at which a running clock can be met, or an ended one could. */
export function deadline({ dueAt }: Clock): Date {
  if (dueAt === null) throw new TypeError('a suspended clock has no deadline');
  return dueAt;
}

/** When the clock was started, met, breached or whatever is asked, first; or null. */
export function instantOf(clock: Clock, type: ClockFact['type']): Date | null {
  return holding(clock.history).find((fact) => fact.type === type)?.at ?? null;
}

/** When its time stood still; a pause that lasts has no end, unless the clock ended in it. */
export function pausesOf({ history }: Clock): Pause[] {
  const facts = holding(history);
  return facts.flatMap((fact, i) => {
    if (fact.type !== 'SUSPENDED') return [];
    const after = facts.slice(i + 1).find(({ type }) => type === 'RESUMED' || isEnding(type));
    const { reason = null, note = null } = after?.type === 'RESUMED' ? after : {};
    const why = { reason: fact.reason, resumptionReason: reason, resumptionNote: note };
    return [{ from: fact.at, to: after?.at ?? null, ...why }];
  });
}

/** It fell away at its very start: what had started it turned out not to hold. */
export function neverRan(clock: Clock): boolean {
  return instantOf(clock, 'CANCELLED')?.getTime() === instantOf(clock, 'STARTED')!.getTime();
}

export function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** True until it is met, breached or cancelled, also while it is suspended. */
export function isOpen({ history }: Clock): boolean {
  return !holding(history).some(({ type }) => isEnding(type));
}

export function isSuspended(clock: Clock): boolean {
  return isOpen(clock) && clock.dueAt === null;
}

/** True while its time passes. */
export function isRunning(clock: Clock): boolean {
  return isOpen(clock) && clock.dueAt !== null;
}

/** Meeting a deadline at the very instant counts as met. */
export function isMissed(clock: Clock, now: Date): boolean {
  return isRunning(clock) && now > clock.dueAt!;
}

/** A warning that nobody gave in time is given late, but none for a deadline that has passed. */
export function isToBeWarnedOf(clock: Clock, now: Date): boolean {
  return isRunning(clock) && clock.warningAt !== null && now >= clock.warningAt && now <= clock.dueAt!;
}

/** Its time passes, and was warned of since it was last extended. */
export function isNearLimit(clock: Clock): boolean {
  const since = clock.history.findLastIndex(({ type }) => type === 'EXTENDED') + 1;
  return isRunning(clock) && clock.history.slice(since).some(({ type }) => type === 'WARNED');
}

/** Milliseconds that count until the deadline, negative after it; null of a clock that has ended. */
export function remainingMs(clock: Clock, now: Date, time: CountyTime): number | null {
  return isOpen(clock) ? leftBy(clock, now, time) : null;
}

/** The same, though the clock may have been missed. */
export function leftBy(clock: Clock, now: Date, time: CountyTime): number {
  const { left, since } = standing(clock.limit, clock.history, time);
  if (since === null || now < since) return left;
  const measure = measureOf(clock.limit, time);
  if (now > deadline(clock)) return 0 - measure.between(deadline(clock), now);
  return Math.max(0, left - measure.between(since, now));
}

/** How many urging notices were issued for the missed deadline. */
export function timesUrged({ history }: Clock): number {
  return history.filter(({ type }) => type === 'URGED').length;
}

/** When a notice is due for the missed deadline, as long as what was missed is awaited: the first when it was noticed; or null. */
export function nextNoticeAt({ history }: Clock): Date | null {
  const last = history.findLast((fact) => fact.type === 'URGED');
  return last?.nextAt ?? history.findLast((fact) => fact.type === 'BREACHED')?.noticedAt ?? null;
}

/** When the clock needs to be looked at of itself: to warn, or to find its deadline missed; null while it does not run. */
export function wakesAt(clock: Clock): Date | null {
  if (!isRunning(clock)) return null;
  return earliest([clock.warningAt, lapsesAt(clock)]);
}

/** The first instant at which its deadline has passed: at the very instant it can still be met; null while it does not run. */
export function lapsesAt(clock: Clock): Date | null {
  return isRunning(clock) ? new Date(clock.dueAt!.getTime() + 1) : null;
}

/** The earliest deadline that still runs. */
export function nextDueAt(clocks: readonly Clock[]): Date | null {
  return earliest(clocks.filter((clock) => isRunning(clock)).map(({ dueAt }) => dueAt));
}

export function earliest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.flatMap((instant) => (instant === null ? [] : [instant.getTime()]));
  return known.length === 0 ? null : new Date(Math.min(...known));
}
