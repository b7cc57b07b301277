import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDispatch, elapsed, lead, noCalendar } from '../../../test/builders.ts';
import { rebuilt, type Clock } from '../../clock/domain/clock.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { openTask } from './open-task.ts';
import { proposeSolution } from './propose-solution.ts';
import { settle } from './settle.ts';
import { cached, openStatuses, statusesFor, type Task, type TaskMove, type TaskStatus } from './task.ts';
import { unsettle } from './unsettle.ts';

const STEP_MS = 500;
const STEPS = 40;
const whats = ['LOOK', 'ACCEPT', 'SOLVE', 'SETTLE', 'UNSETTLE', 'CLOSE', 'CANCEL'] as const;
type Act = (typeof whats)[number];
const acts: fc.Arbitrary<Map<number, Act>> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: STEPS }), fc.constantFrom<Act>(...whats)), {
    selector: ([step]) => step,
    maxLength: 8,
  })
  .map((pairs) => new Map(pairs));
const limitSteps = fc.integer({ min: 1, max: 16 });
const iso = (steps: number) => `PT${(steps * STEP_MS) / 1000}S`;
const instant = (step: number) => new Date(aDispatch().dispatchedAt.getTime() + step * STEP_MS);

/** What is true of the task in that step, found by letting every step pass one by one; it knows no history and adds no durations. */
interface Counted {
  status: Task['status'];
  acceptLeft: number | null;
  solveLeft: number | null;
  missed: Record<string, number>;
  /** while a batch has settled it: how it would stand if it had not */
  unsettled: Counted | null;
}

const over = { acceptLeft: null, solveLeft: null, unsettled: null };
const isOpen = ({ status }: { readonly status: TaskStatus }) => openStatuses.includes(status);

function act(counted: Counted, what: Act | undefined, solveSteps: number): void {
  if (what === 'ACCEPT' && counted.status === 'DISPATCHED') {
    Object.assign(counted, { status: 'ACCEPTED', acceptLeft: null });
    if (!('ACCEPTANCE' in counted.missed)) counted.solveLeft = solveSteps;
  } else if (what === 'SOLVE' && counted.status === 'ACCEPTED')
    Object.assign(counted, { status: 'SOLUTION_PROPOSED', solveLeft: null });
  else if (what === 'CLOSE' && isOpen(counted)) Object.assign(counted, { ...over, status: 'CLOSED' });
  else if (what === 'CANCEL' && isOpen(counted)) Object.assign(counted, { ...over, status: 'CANCELLED' });
  else actOfBatch(counted, what);
}

function actOfBatch(counted: Counted, what: Act | undefined): void {
  if (what === 'SETTLE' && (counted.status === 'DISPATCHED' || counted.status === 'ACCEPTED'))
    Object.assign(counted, { ...over, status: 'SOLUTION_PROPOSED', unsettled: structuredClone(counted) });
  else if (what === 'UNSETTLE' && counted.unsettled) Object.assign(counted, counted.unsettled);
}

/** One step passes: a limit of which nothing was left is missed at the instant at which nothing was left. */
function pass(counted: Counted, step: number, solveSteps: number): void {
  if (counted.solveLeft === 0) Object.assign(counted.missed, { SOLUTION: step });
  counted.solveLeft = counted.solveLeft === 0 || counted.solveLeft === null ? null : counted.solveLeft - 1;
  if (counted.acceptLeft === 0) {
    Object.assign(counted.missed, { ACCEPTANCE: step });
    counted.solveLeft = solveSteps - 1;
  }
  counted.acceptLeft = counted.acceptLeft === 0 || counted.acceptLeft === null ? null : counted.acceptLeft - 1;
  if (counted.unsettled) pass(counted.unsettled, step, solveSteps);
}

function countedOut(acceptSteps: number, solveSteps: number, plan: Map<number, Act>): Counted {
  const counted: Counted = {
    status: 'DISPATCHED',
    acceptLeft: acceptSteps,
    solveLeft: null,
    missed: {},
    unsettled: null,
  };
  for (let step = 0; step <= STEPS; step += 1) {
    act(counted, plan.get(step), solveSteps);
    if (step < STEPS) pass(counted, step, solveSteps);
  }
  return counted;
}

const batch = {
  guidanceId: '019c5a00-0000-7000-8000-000000000004',
  guidanceVersion: 1,
  batchId: '019c5a00-0000-7000-8000-000000000005',
};

type Decide = (task: Task, now: Date, time: CountyTime) => { readonly state: Task };
const moves: Record<Exclude<Act, 'LOOK'>, readonly [TaskMove, Decide]> = {
  ACCEPT: ['accept', (task, now) => accept(task, { by: lead }, now, noCalendar)],
  SOLVE: [
    'proposeSolution',
    (task, now) => proposeSolution(task, { text: '办妥', measures: [], attachments: [], by: lead }, now, noCalendar),
  ],
  SETTLE: ['settle', (task, now) => settle(task, { ...batch, at: now }, now, noCalendar)],
  UNSETTLE: ['unsettle', (task, now) => unsettle(task, { at: now }, now, noCalendar)],
  CLOSE: ['close', (task, now) => close(task, { because: 'REOPENED' }, now, noCalendar)],
  CANCEL: ['cancel', (task, now) => cancel(task, { because: 'MERGED', commonIssueId: null, at: now }, now, noCalendar)],
};

function done(task: Task, what: Act, now: Date): Task {
  const [move, decide] = what === 'LOOK' ? [null, breach] : moves[what];
  const possible = move === null || statusesFor(move).includes(task.status);
  const byBatch = what !== 'UNSETTLE' || task.batchId !== null;
  return (possible && byBatch ? decide : breach)(task, now, noCalendar).state;
}

function lived(acceptSteps: number, solveSteps: number, plan: Map<number, Act>): Task {
  const line = { version: 1, position: 1, nature: null, urgency: null, domain: null, warnAt: [75] };
  const policies = [{ ...line, acceptWithin: elapsed(iso(acceptSteps)), solveWithin: elapsed(iso(solveSteps)) }];
  const opened = openTask('019c5a00-0000-7000-8000-000000000001', aDispatch(), {
    routing: [],
    policies,
    time: noCalendar,
  }).state;
  const own = { ...opened, taskForceCode: lead.taskForce! };
  const inOrder = [...plan].sort(([a], [b]) => a - b);
  const acted = inOrder.reduce((task, [step, what]) => done(task, what, instant(step)), own as Task);
  return breach(acted, instant(STEPS), noCalendar).state;
}

describe('whatever is done to a task, and whenever somebody looks', () => {
  it('its breaches and its next deadline are those that counting the time step by step gives', () => {
    const whole = limitSteps.map((steps) => steps * 2);
    fc.assert(
      fc.property(whole, whole, acts, (acceptSteps, solveSteps, plan) => {
        const task = lived(acceptSteps, solveSteps, plan);
        const counted = countedOut(acceptSteps, solveSteps, plan);
        const facts = task.clocks.flatMap(({ kind, history }) =>
          history.flatMap((fact) => (fact.type === 'BREACHED' ? [[kind, fact.at]] : [])),
        );
        const left = counted.acceptLeft ?? counted.solveLeft;
        expect({ status: task.status, missed: Object.fromEntries(facts) as object, nextDueAt: task.nextDueAt }).toEqual(
          {
            status: counted.status,
            missed: Object.fromEntries(Object.entries(counted.missed).map(([kind, step]) => [kind, instant(step)])),
            nextDueAt: left === null ? null : instant(STEPS + left),
          },
        );
      }),
      { numRuns: 500 },
    );
  });

  it('a rebuild from its history reproduces what is cached of it', () => {
    fc.assert(
      fc.property(limitSteps, limitSteps, acts, (acceptSteps, solveSteps, plan) => {
        const task = lived(acceptSteps * 2, solveSteps * 2, plan);
        const clocks = task.clocks.map((clock) => rebuilt({ ...clock, dueAt: null } as Clock, noCalendar));
        expect(cached({ ...task, clocks, nextDueAt: null, overdue: false } as Task)).toEqual(task);
      }),
    );
  });
});
