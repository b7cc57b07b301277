import type { ClockKind } from '@qifutong/contracts/fields';
import { durationMs } from './duration.ts';

/**
 * What happened to a clock; of a breach `at` is the true due time, whenever it was noticed. REVOKED: what had ended it last does not
 * hold, and it runs on as if it had never stopped.
 */
export type ClockFact =
  | { readonly type: 'STARTED' | 'MET' | 'CANCELLED' | 'REVOKED'; readonly at: Date }
  | { readonly type: 'BREACHED'; readonly at: Date; readonly noticedAt: Date };

/** 限时: one time limit of a task, and all that happened to it, oldest first; nothing of it is ever rewritten. */
export interface Clock {
  readonly kind: ClockKind;
  /** ISO 8601 duration */
  readonly limit: string;
  readonly policyVersion: number;
  readonly history: readonly ClockFact[];
}

interface Limit {
  readonly kind: ClockKind;
  readonly limit: string;
  readonly policyVersion: number;
}

export function startClock({ kind, limit, policyVersion }: Limit, at: Date): Clock {
  return { kind, limit, policyVersion, history: [{ type: 'STARTED', at }] };
}

/** The facts that hold: without an end that was revoked. */
function standing({ history }: Clock): readonly ClockFact[] {
  return history.filter((fact, i) => fact.type !== 'REVOKED' && history[i + 1]?.type !== 'REVOKED');
}

/** When the clock was met, breached or whatever is asked, or null. */
export function instantOf(clock: Clock, type: ClockFact['type']): Date | null {
  return standing(clock).find((fact) => fact.type === type)?.at ?? null;
}

export function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

/** The last instant at which the clock can be met, whatever became of it. */
export function dueAt(clock: Clock): Date {
  const [started] = clock.history;
  return new Date(started!.at.getTime() + durationMs(clock.limit));
}

/** True until it is met, breached or cancelled. */
export function isRunning(clock: Clock): boolean {
  return standing(clock).at(-1)?.type === 'STARTED';
}

/** Meeting a deadline at the very instant counts as met. */
export function isMissed(clock: Clock, now: Date): boolean {
  return isRunning(clock) && now > dueAt(clock);
}

function withFact(clock: Clock, type: 'MET' | 'CANCELLED' | 'REVOKED', at: Date): Clock {
  // what is heard late may have happened before what is known already
  return { ...clock, history: [...clock.history, { type, at: latest(at, clock.history.at(-1)!.at) }] };
}

/** Ends a running clock; one that has ended stays as it is. */
export function end(clock: Clock, type: 'MET' | 'CANCELLED', at: Date): Clock {
  return isRunning(clock) ? withFact(clock, type, at) : clock;
}

/** Lets a clock run on that was met or cancelled; one that was breached was neither, and stays breached. */
export function revokeEnd(clock: Clock, at: Date): Clock {
  const ended = instantOf(clock, 'MET') ?? instantOf(clock, 'CANCELLED');
  return ended ? withFact(clock, 'REVOKED', at) : clock;
}

/** The earliest deadline that still runs. */
export function nextDueAt(clocks: readonly Clock[]): Date | null {
  const due = clocks.filter((clock) => isRunning(clock)).map((clock) => dueAt(clock).getTime());
  return due.length === 0 ? null : new Date(Math.min(...due));
}
