import { describe, expect, it } from '@jest/globals';
import { Rejection } from '@qifutong/kernel/rejection';
import fc from 'fast-check';
import { aDispatch, later, officeTime } from '../../../test/builders.ts';
import {
  counted,
  dueMs,
  endCounted,
  extendCounted,
  passCounted,
  resumeCounted,
  revokeCounted,
  STEP_MS,
  suspendCounted,
  warningMs,
  type Counted,
  type Counts,
} from '../../../test/counted-clock.ts';
import { begin, names, next, policies, WARN_AT, type Policy } from '../../../test/counted-policies.ts';
import { instantOf, isOpen, isSuspended, rebuilt, remainingMs, type Clock } from '../../clock/domain/clock.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { extend } from './extend.ts';
import { openTask } from './open-task.ts';
import { proposeSolution } from './propose-solution.ts';
import { rejectSolution } from './reject-solution.ts';
import { resume } from './resume.ts';
import { suspend } from './suspend.ts';
import { cached, firmClock, type Task, type TaskStatus } from './task.ts';
import { transfer } from './transfer.ts';

const LAST = 400;
const instant = (step: number) => later(begin, step * STEP_MS);

interface Act {
  readonly step: number;
  readonly what: 'LOOK' | 'ACCEPT' | 'SUSPEND' | 'RESUME' | 'EXTEND' | 'TRANSFER' | 'SOLVE' | 'REJECT' | 'POLICY';
  readonly steps: number;
}

interface Now {
  readonly task: Task;
  readonly policy: Policy;
}

/** What is tried in a state: what the state table allows, and what it is not asked about. */
const tried: Partial<Record<TaskStatus, readonly Act['what'][]>> = {
  DISPATCHED: ['ACCEPT', 'ACCEPT', 'TRANSFER', 'EXTEND', 'POLICY', 'LOOK'],
  ACCEPTED: ['SUSPEND', 'EXTEND', 'TRANSFER', 'SOLVE', 'POLICY', 'LOOK'],
  SUSPENDED: ['RESUME', 'RESUME', 'TRANSFER', 'LOOK'],
  SOLUTION_PROPOSED: ['REJECT'],
};

/** What is done so many steps after what was done before; `pick` says which of what is tried then. */
interface Wish {
  readonly gap: number;
  readonly pick: number;
  readonly steps: number;
}

const centre = { sub: 'analyst-1', taskForce: null, ofCentre: true };

function done({ task, policy }: Now, { what, step, steps }: Act): Now {
  const now = instant(step);
  const by = { sub: 'lead-1', taskForce: task.taskForceCode };
  const told = { text: '办妥', measures: [], attachments: [], by };
  const to = { code: task.taskForceCode === 'LABOUR' ? 'TESTING' : 'LABOUR', known: true, dissolvedAt: null };
  const paused = { reason: 'WAITING_FOR_FIRM', note: null, by: 'analyst-1' } as const;
  const why = { reason: '原因', by: 'commander-1' };
  const moved: Record<Exclude<Act['what'], 'POLICY'>, () => Task> = {
    LOOK: () => breach(task, now, officeTime).state,
    ACCEPT: () => accept(task, { by }, now, officeTime).state,
    SUSPEND: () => suspend(task, paused, now, officeTime).state,
    RESUME: () => resume(task, { by: 'analyst-1', reason: null, note: null }, now, officeTime).state,
    EXTEND: () => extend(task, { ...why, until: instant(step + steps), atMost: 'P366D' }, now, officeTime).state,
    TRANSFER: () =>
      transfer(task, { id: task.id, to, reason: '原因', by: centre }, now, policies[policy].rules).opened.state,
    SOLVE: () => proposeSolution(task, told, now, officeTime).state,
    REJECT: () => rejectSolution(task, why, now, officeTime).state,
  };
  if (what === 'POLICY') return { task, policy: next(policy) };
  return { task: moved[what](), policy };
}

/** What came of the wishes, and the acts that were not refused; whether they are is another spec's. */
function lived(first: Policy, wishes: readonly Wish[]): { readonly task: Task; readonly acts: readonly Act[] } {
  const opened = openTask(
    '019c5a00-0000-7000-8000-000000000001',
    aDispatch({ dispatchedAt: begin }),
    policies[first].rules,
  );
  const acts: Act[] = [];
  let now: Now = { task: { ...opened.state, taskForceCode: 'TESTING' }, policy: first };
  let step = 0;
  for (const { gap, pick, steps } of wishes) {
    step = Math.min(LAST, step + gap);
    const possible = tried[now.task.status]!;
    const act: Act = { step, steps, what: possible[pick % possible.length]! };
    try {
      now = done(now, act);
      acts.push(act);
    } catch (cause) {
      if (!(cause instanceof Rejection)) throw cause;
    }
  }
  return { task: breach(now.task, instant(LAST), officeTime).state, acts };
}

interface Running {
  readonly clock: Counted;
  readonly counts: Counts;
}

/** A round as somebody counts it: what its present task owes, and what the firm was promised first. */
interface Round {
  policy: Policy;
  /** of the present task */
  bound: Policy;
  acceptance: Running;
  own: Running | null;
  firm: Running | null;
  /** the step that an extension of the round named */
  granted: number | null;
}

function starts(policy: Policy, what: 'accept' | 'solve', step: number): Running {
  const { granted, counts } = policies[policy][what];
  return { clock: counted(granted(step), step, WARN_AT), counts };
}

function begins(round: Round, step: number): void {
  if (round.own === null) {
    round.own = starts(round.bound, 'solve', step);
    if (round.granted !== null) extendCounted(round.own.clock, round.granted, step, round.own.counts);
  }
  round.firm ??= round.own;
}

const both = ({ own, firm }: Round) => new Set([own, firm].filter((one) => one !== null));

function act(round: Round, { what, step, steps }: Act): void {
  if (what === 'POLICY') round.policy = next(round.policy);
  if (what === 'EXTEND') round.granted = step + steps;
  if (what === 'TRANSFER')
    Object.assign(round, { bound: round.policy, acceptance: starts(round.policy, 'accept', step), own: null });
  if (what === 'ACCEPT') {
    endCounted(round.acceptance.clock, step);
    begins(round, step);
  }
  for (const { clock, counts } of both(round)) {
    if (what === 'SUSPEND') suspendCounted(clock);
    if (what === 'RESUME' || what === 'TRANSFER') resumeCounted(clock, step);
    if (what === 'EXTEND') extendCounted(clock, step + steps, step, counts);
    if (what === 'SOLVE') endCounted(clock, step);
    if (what === 'REJECT') revokeCounted(clock);
  }
}

function countedOut(first: Policy, acts: readonly Act[]): Round {
  const none = { own: null, firm: null, granted: null };
  const round: Round = { policy: first, bound: first, acceptance: starts(first, 'accept', 0), ...none };
  for (let step = 0; step <= LAST; step += 1) {
    for (const one of acts) if (one.step === step) act(round, one);
    if (step === LAST) break;
    passCounted(round.acceptance.clock, step, round.acceptance.counts);
    if (round.acceptance.clock.missedAt !== null) begins(round, step);
    for (const { clock, counts } of both(round)) passCounted(clock, step, counts);
  }
  return round;
}

function shown(clock: Clock | undefined) {
  if (!clock) return null;
  const [missedAt, remaining] = [instantOf(clock, 'BREACHED'), remainingMs(clock, instant(LAST), officeTime)];
  const { dueAt, warningAt } = clock;
  return { open: isOpen(clock), suspended: isSuspended(clock), missedAt, dueAt, warningAt, remaining };
}

function shownByHand(running: Running | null) {
  if (!running) return null;
  const { clock, counts } = running;
  const shownInstant = (ms: number | null) => (ms === null ? null : later(begin, ms));
  const open = !clock.ended && clock.missedAt === null;
  return {
    open,
    suspended: open && clock.suspended,
    missedAt: shownInstant(clock.missedAt),
    dueAt: shownInstant(dueMs(clock, LAST, counts)),
    warningAt: shownInstant(warningMs(clock, counts)),
    remaining: open ? clock.left : null,
  };
}

const sequences = fc.array(
  fc.record({
    gap: fc.integer({ min: 0, max: 40 }),
    pick: fc.nat({ max: 11 }),
    steps: fc.integer({ min: 1, max: 150 }),
  }),
  { maxLength: 25, size: 'max' },
);

describe('through suspensions, transfers, extensions, ineffective solutions and new policies', () => {
  it("the firm's clock and the task force's stand as counting step by step gives, and a rebuild gives the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), sequences, (first, wishes) => {
        const { task, acts } = lived(first, wishes);
        const round = countedOut(first, acts);
        const own = task.clocks.find(({ kind }) => kind === 'SOLUTION');
        expect([shown(firmClock(task)), shown(own)]).toEqual([shownByHand(round.firm), shownByHand(round.own)]);
        const clocks = task.clocks.map((clock) => rebuilt({ ...clock, dueAt: null } as Clock, officeTime));
        expect(cached({ ...task, clocks, wakeAt: null } as Task)).toEqual(task);
      }),
      { numRuns: 1_000 },
    );
  });
});
