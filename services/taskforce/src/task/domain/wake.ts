import type { Announcement } from '@qifutong/contracts/define-event';
import { taskWarned } from '@qifutong/contracts/taskforce/task-warned';
import type { Decision } from '@qifutong/kernel/decision';
import {
  deadline,
  instantOf,
  isToBeWarnedOf,
  nextNoticeAt,
  timesUrged,
  type Clock,
  type ClockKind,
} from '../../clock/domain/clock.ts';
import { urged, warn } from '../../clock/domain/clock-moves.ts';
import type { UrgeEvery } from '../../clock/domain/sla-policy.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { ofEither } from './announce.ts';
import { breach } from './breach.ts';
import { cached, isAwaited, isInHands, isOfMember, type Task } from './task.ts';

/** The clocks of a task: the centre's own are no task's. */
export type TaskClockKind = Exclude<ClockKind, 'DISPATCH' | 'CALLBACK'>;

/** A notice that is due, to a task force or, of a returned task, to the centre: for what, and which for that it is. */
export interface Urging {
  readonly clock: TaskClockKind;
  readonly ordinal: number;
  readonly dueAt: Date;
  readonly issuedAt: Date;
  /** of the clock */
  readonly policyVersion: number;
}

/** Gives every warning that is due; one whose deadline has passed meanwhile is not given any more. */
function warnOf(task: Task, now: Date, time: CountyTime): Decision<Task, Announcement> {
  const clock = isInHands(task) ? task.clocks.find((one) => isToBeWarnedOf(one, now)) : undefined;
  if (!clock) return { state: task, events: [] };
  const warned = warn(clock, now, time);
  const { percent, at } = warned.history.findLast((fact) => fact.type === 'WARNED')!;
  const instants = { dueAt: deadline(clock).toISOString(), warnedAt: at.toISOString(), noticedAt: now.toISOString() };
  const told = taskWarned({ ...ofEither(task), clock: clock.kind as TaskClockKind, percent, ...instants });
  const clocks = task.clocks.map((one) => (one === clock ? warned : one));
  const rest = warnOf(cached({ ...task, clocks }), now, time);
  return { state: rest.state, events: [told, ...rest.events] };
}

/** Whether it has missed anything yet: else no notice can be due. */
export function isBreached({ clocks }: Task): boolean {
  return clocks.some((clock) => instantOf(clock, 'BREACHED') !== null);
}

/** What a member of a common issue missed since it was taken in is urged with the common issue's task. */
function isUrgedWithOthers(task: Task, missedAt: Date): boolean {
  return isOfMember(task) && (task.cancelledAt === null || missedAt >= task.cancelledAt);
}

/** The first notice is due for every missed deadline; another after each interval, while what was missed is awaited. */
function isToBeUrgedFor(task: Task, clock: Clock, now: Date): boolean {
  const missedAt = instantOf(clock, 'BREACHED');
  if (missedAt === null || isUrgedWithOthers(task, missedAt)) return false;
  return timesUrged(clock) === 0 || (isAwaited(task, clock) && now >= nextNoticeAt(clock)!);
}

/** 催办: records every notice that is due by now, one for a clock however many intervals have passed. */
export function urge(task: Task, now: Date, time: CountyTime, every: UrgeEvery): Task {
  if (!task.clocks.some((clock) => isToBeUrgedFor(task, clock, now))) return task;
  const clocks = task.clocks.map((clock) =>
    isToBeUrgedFor(task, clock, now) ? urged(clock, now, every(clock.policyVersion), time) : clock,
  );
  return cached({ ...task, clocks, urged: true });
}

/** What a task needs of itself by now: breaches recorded, warnings given, notices issued. Whoever looks again at once finds nothing. */
export function wake(task: Task, now: Date, time: CountyTime, every: UrgeEvery): Decision<Task, Announcement> {
  const missed = breach(task, now, time);
  const warned = warnOf(missed.state, now, time);
  return { state: urge(cached(warned.state), now, time, every), events: [...missed.events, ...warned.events] };
}

function urgingsOf(clock: Clock): Urging[] {
  const dueAt = instantOf(clock, 'BREACHED')!;
  const facts = clock.history.filter((fact) => fact.type === 'URGED');
  const about = { clock: clock.kind as TaskClockKind, dueAt, policyVersion: clock.policyVersion };
  return facts.map(({ ordinal, at }) => ({ ...about, ordinal, issuedAt: at }));
}

/** The notices that were recorded between two states of a task, between which its clocks kept their names. */
export function newUrgings(before: Task, after: Task): Urging[] {
  const same = (kind: ClockKind) => before.clocks.filter((clock) => clock.kind === kind);
  const last = (kind: ClockKind) => same(kind).reduce((most, clock) => Math.max(most, timesUrged(clock)), 0);
  return after.clocks.flatMap(urgingsOf).filter(({ clock, ordinal }) => ordinal > last(clock));
}
