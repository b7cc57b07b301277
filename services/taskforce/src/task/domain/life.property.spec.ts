import { describe, expect, it } from '@jest/globals';
import { Rejection } from '@qifutong/kernel/rejection';
import fc from 'fast-check';
import { aDispatch, aTask, county, noCalendar } from '../../../test/builders.ts';
import { analyst, rules, working } from '../../../test/life-builders.ts';
import { instantOf, isRunning, rebuilt, type Clock } from '../../clock/domain/clock.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { endFirmClock, reviveFirmClock } from './end-firm-clock.ts';
import { extend } from './extend.ts';
import { forgo } from './forgo.ts';
import { proposeSolution } from './propose-solution.ts';
import { redispatch } from './redispatch.ts';
import { rejectSolution } from './reject-solution.ts';
import { resume } from './resume.ts';
import { returnTask } from './return.ts';
import { settle } from './settle.ts';
import { suspend } from './suspend.ts';
import { takeOut } from './take-out.ts';
import {
  cached,
  endedStatuses,
  firmClock,
  isOfMember,
  openStatuses,
  statusesFor,
  type Task,
  type TaskMove,
} from './task.ts';
import { transfer } from './transfer.ts';
import { unsettle } from './unsettle.ts';

const HOUR = 3_600_000;
const forces = ['TESTING', 'LABOUR', 'LOGISTICS'];
const batch = { guidanceId: aTask().id, guidanceVersion: 1, batchId: aTask().id };
const told = { text: '办妥', measures: [], attachments: [] };

/** The tasks of one round, oldest first; only the last may move. */
type Round = readonly Task[];
type Handed = { readonly left: { readonly state: Task }; readonly opened: { readonly state: Task } };

const idOf = (n: number) => `019c5a00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const byLead = (task: Task) => ({ sub: 'lead', taskForce: task.taskForceCode });

function handedOn(round: Round, { left, opened }: Handed, now: Date): Round {
  return [...round.slice(0, -1), left.state, breach(opened.state, now, noCalendar).state];
}

type Move = (task: Task, now: Date, chosen: number, round: Round) => Task | Round;
const moves = {
  look: (task, now) => breach(task, now, noCalendar).state,
  accept: (task, now) => accept(task, { by: byLead(task) }, now, noCalendar).state,
  return: (task, now) => returnTask(task, { reason: '退', by: byLead(task), within: 'PT2H' }, now, noCalendar).state,
  redispatch: (task, now, chosen, round) => {
    const how = { id: idOf(round.length), to: working(forces[chosen % 3]!), orderToAccept: true };
    return handedOn(round, redispatch(task, how, now, rules), now);
  },
  transfer: (task, now, chosen, round) => {
    const by = { ...byLead(task), ofCentre: false };
    const how = { id: idOf(round.length), to: working(forces[chosen % 3]!), reason: '转', by };
    return handedOn(round, transfer(task, how, now, rules), now);
  },
  transferByCentre: (task, now, chosen, round) => {
    const how = { id: idOf(round.length), to: working(forces[chosen % 3]!), reason: '转', by: analyst };
    return handedOn(round, transfer(task, how, now, rules), now);
  },
  proposeSolution: (task, now) => proposeSolution(task, { ...told, by: byLead(task) }, now, noCalendar).state,
  rejectSolution: (task, now) => rejectSolution(task, { reason: '无效', by: 'analyst-1' }, now, noCalendar).state,
  suspend: (task, now) =>
    suspend(task, { reason: 'FORCE_MAJEURE', note: null, by: 'analyst-1' }, now, noCalendar).state,
  resume: (task, now) => resume(task, { by: 'analyst-1', reason: null, note: null }, now, noCalendar).state,
  extend: (task, now, chosen) => {
    const until = new Date(now.getTime() + chosen * HOUR);
    return extend(task, { until, reason: '延', by: 'commander-1', atMost: 'P30D' }, now, noCalendar).state;
  },
  settle: (task, now) => settle(task, { ...batch, at: now }, now, noCalendar).state,
  unsettle: (task, now) => (task.batchId === null ? task : unsettle(task, { at: now }, now, noCalendar).state),
  close: (task, now) => close(task, { because: 'REOPENED' }, now, noCalendar).state,
  takeIn: (task, now) => {
    const commonIssueId = aTask().id;
    if (!task.awaitsRedispatch)
      return cancel(task, { because: 'COMMON_ISSUE', commonIssueId, at: now }, now, noCalendar).state;
    return forgo(task, { at: now, settled: null, commonIssueId }, now, noCalendar).state;
  },
  takeOut: (task, now, _, round) => {
    const how = { id: idOf(round.length), dispatched: aDispatch({ dispatchedAt: now }) };
    return handedOn(round, takeOut(task, how, now, { ...rules, routing: [] }), now);
  },
  settleMember: (task, now) => endFirmClock(task, { type: 'MET', at: now }, now, noCalendar).state,
  unsettleMember: (task, now) => reviveFirmClock(task, { at: now }, now, noCalendar).state,
  cancel: (task, now) => cancel(task, { because: 'MERGED', commonIssueId: null, at: now }, now, noCalendar).state,
} satisfies Record<string, Move>;
type Act = keyof typeof moves;

/** Among what may be done in that state; what ends the round for good is rare, so that there is something to see. */
function actFor(task: Task, choice: number): Act {
  const { status } = task;
  const ofMember = ['look', 'takeOut', 'settleMember', 'unsettleMember'];
  const mayBe: Record<string, boolean> = {
    ...{ look: true, takeIn: statusesFor('settle').includes(status) || task.awaitsRedispatch },
    ...Object.fromEntries(ofMember.map((act) => [act, isOfMember(task) || act === 'look'])),
  };
  const may = (Object.keys(moves) as Act[]).filter(
    (act) => mayBe[act] ?? statusesFor(act as TaskMove).includes(status),
  );
  const rarely = may.filter((act) => choice % 20 === 0 || (act !== 'close' && act !== 'cancel'));
  return rarely[choice % rarely.length]!;
}

const passing = fc.constantFrom(0, 1, HOUR / 2, HOUR, 2 * HOUR, 5 * HOUR, 11 * HOUR);
const choice = fc.integer({ min: 1, max: 1_000 });
const steps = fc.array(fc.tuple(choice, passing, fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 40 });

function moved(round: Round, what: Act, now: Date, chosen: number): Round {
  try {
    const after = (moves[what] as Move)(round.at(-1)!, now, chosen, round);
    return Array.isArray(after) ? (after as Round) : [...round.slice(0, -1), after as Task];
  } catch (refused) {
    if (refused instanceof Rejection) return round;
    throw refused;
  }
}

interface Seen {
  readonly what: Act;
  readonly now: Date;
  readonly before: Round;
  readonly after: Round;
}

/** The round as it was lived, move by move. */
function lived(plan: readonly (readonly [number, number, number])[]): Seen[] {
  let [now, round] = [county('2020-02-14 09:30'), [aTask()] as Round];
  return plan.map(([nth, ms, chosen]) => {
    const before = round;
    const what = actFor(before.at(-1)!, nth);
    now = new Date(now.getTime() + ms);
    round = moved(before, what, now, chosen);
    return { what, now, before, after: round };
  });
}

const breaches = ({ clocks }: Task) =>
  clocks.flatMap(({ kind, history }) =>
    history.flatMap((fact) => (fact.type === 'BREACHED' ? [`${kind} ${fact.at.toISOString()}`] : [])),
  );

const isMember = (task: Task) =>
  isOfMember(task) && firmClock(task) !== undefined && instantOf(firmClock(task)!, 'MET') === null;
const counts = (task: Task) =>
  task.status === 'DISPATCHED' || task.status === 'ACCEPTED' || task.awaitsRedispatch || isMember(task);

/** A pause is over: also where what stood still was given to others. */
function goesOn(what: Act, was: Task, is: Task): boolean {
  return (
    what === 'resume' ||
    (was.status === 'SUSPENDED' && (is.status === 'DISPATCHED' || (is.status === 'CANCELLED' && isOfMember(is))))
  );
}

/** The firm's deadline as an accountant keeps it: what is left is set aside when the time stands still. */
class Account {
  due: number | null = null;
  missed = false;
  #left = 0;

  follow({ what, now, before, after }: Seen): void {
    const [was, is] = [before.at(-1)!, after.at(-1)!];
    if (this.due === null && firmClock(is)) this.due = instantOf(firmClock(is)!, 'STARTED')!.getTime() + 24 * HOUR;
    if (this.due === null || before === after) return;
    const isOver = now.getTime() > this.due;
    const resumes = goesOn(what, was, is);
    if (!resumes && isOver && (counts(was) || counts(is))) this.missed = true;
    if (!this.missed) this.#enter(resumes ? 'resume' : what, now.getTime(), is);
  }

  #enter(what: Act, at: number, { extendedUntil }: Task): void {
    if (what === 'suspend') this.#left = this.due! - at;
    if (what === 'resume') this.due = at + this.#left;
    if (what === 'extend') this.due = Math.max(this.due!, extendedUntil!.getTime());
  }
}

describe('whatever is done to the tasks of a round', () => {
  const always = (holds: (seen: readonly Seen[]) => void) =>
    fc.assert(
      fc.property(steps, (plan) => holds(lived(plan))),
      { numRuns: 1_000 },
    );

  it('one of them is open at most, and none that ended wakes anybody, unless the firm’s clock runs on in it', () => {
    always((seen) => {
      for (const { after } of seen) {
        expect(after.filter(({ status }) => openStatuses.includes(status)).length).toBeLessThanOrEqual(1);
        const ended = after.filter(({ status }) => (endedStatuses as readonly string[]).includes(status));
        for (const task of ended.filter((one) => !one.awaitsRedispatch && !isOfMember(one)))
          expect([task.nextDueAt, task.wakeAt, task.overdue]).toEqual([null, null, false]);
      }
    });
  });

  it('no breach is erased, none comes twice, and none while the clocks stand still', () => {
    always((seen) => {
      for (const { what, before, after } of seen)
        for (const [i, task] of after.entries()) {
          const [had, has] = [before[i] ? breaches(before[i]) : [], breaches(task)];
          expect(has).toEqual(expect.arrayContaining(had));
          expect(new Set(has.map((one) => one.split(' ')[0])).size).toBe(has.length);
          if (before[i]?.status === 'SUSPENDED') expect([what, has]).toEqual([what, had]);
        }
    });
  });

  it("the firm's deadline is what the policy gives from its start on, and the suspensions and the extension, through every hand", () => {
    always((seen) => {
      const account = new Account();
      for (const one of seen) {
        account.follow(one);
        const firm = firmClock(one.after.at(-1)!);
        const missedAt = firm ? instantOf(firm, 'BREACHED')?.getTime() : undefined;
        expect(missedAt).toBe(account.missed ? account.due : undefined);
        if (firm && isRunning(firm)) expect(firm.dueAt!.getTime()).toBe(account.due);
      }
    });
  });

  it('a rebuild from the histories reproduces what is cached', () => {
    always((seen) => {
      for (const task of seen.at(-1)!.after) {
        const clocks = task.clocks.map((clock) => rebuilt({ ...clock, dueAt: null } as Clock, noCalendar));
        expect(cached({ ...task, clocks, nextDueAt: null, overdue: true } as Task)).toEqual(task);
      }
    });
  });
});
