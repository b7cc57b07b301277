import { describe, expect, it } from '@jest/globals';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { aTask, county, elapsed, later, lead, noCalendar } from '../../../test/builders.ts';
import { nextId, otherLead, rules, working } from '../../../test/life-builders.ts';
import { instantOf, isRunning } from '../../clock/domain/clock.ts';
import { startClock } from '../../clock/domain/clock-moves.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { forgo, takeUpAgain } from './forgo.ts';
import { redispatch } from './redispatch.ts';
import { returnTask } from './return.ts';
import { firmClock, type Task } from './task.ts';
import { untouched } from './untouched.ts';
import { newUrgings, urge, wake } from './wake.ts';

const at = county('2020-02-14 10:30');
const now = county('2020-02-14 11:00');
const returned = (task: Task = aTask()) =>
  returnTask(task, { reason: '不属检测事项', by: lead, within: 'PT2H' }, at, noCalendar).state;
const to = (code: string, orderToAccept = false) => ({ id: nextId, to: working(code), orderToAccept });
const refused = (work: () => unknown, code: string, field: string | null = null) =>
  expect(work).toThrow(expect.objectContaining({ code, field }));

describe('a returned task', () => {
  it('is dispatched anew: a new task of the round with its own acceptance clock, which cannot be returned', () => {
    const before = returned();
    const { left, opened } = redispatch(before, to('LABOUR'), now, rules);
    expect(left).toEqual({ state: { ...before, awaitsRedispatch: false }, events: [] });
    const acceptance = { kind: 'ACCEPTANCE', limit: elapsed('PT2H'), warnAt: [75], policyVersion: 2 } as const;
    const clock = startClock(acceptance, now, noCalendar);
    const { issueId, round, domain } = aTask();
    expect(opened).toEqual({
      state: {
        ...aTask(),
        ...untouched,
        id: nextId,
        predecessorId: before.id,
        firstDispatchedAt: before.dispatchedAt,
        mustAccept: true,
        taskForceCode: 'LABOUR',
        policyVersion: 2,
        dispatchedAt: now,
        clocks: [clock],
        nextDueAt: clock.dueAt,
        wakeAt: opened.state.wakeAt,
        acceptDueAt: clock.dueAt,
        deadlineAt: clock.dueAt,
      },
      events: [
        taskOpened({
          taskId: nextId,
          issueId: issueId,
          round,
          domain,
          taskForce: 'LABOUR',
          openedAt: now.toISOString(),
          acceptanceDueAt: clock.dueAt!.toISOString(),
          predecessorId: before.id,
          firmDueAt: null,
        }),
      ],
    });
    refused(
      () => returnTask(opened.state, { reason: '再退', by: otherLead, within: 'PT2H' }, now, noCalendar),
      'TASK_MUST_BE_ACCEPTED',
    );
  });

  it('goes back to the same task force with the order to accept, and only so', () => {
    refused(() => redispatch(returned(), to('TESTING'), now, rules), 'ACCEPTANCE_ORDER_REQUIRED', 'orderToAccept');
    const { state } = redispatch(returned(), to('TESTING', true), now, rules).opened;
    expect([state.taskForceCode, state.mustAccept, state.status]).toEqual(['TESTING', true, 'DISPATCHED']);
  });

  it('goes to no task force that is unknown or dissolved', () => {
    const gone = { code: 'LABOUR', known: true, dissolvedAt: at };
    const unknown = { code: 'NOWHERE', known: false, dissolvedAt: null };
    refused(
      () => redispatch(returned(), { ...to('LABOUR'), to: gone }, now, rules),
      'TASK_FORCE_DISSOLVED',
      'taskForce',
    );
    refused(() => redispatch(returned(), { ...to('X'), to: unknown }, now, rules), 'TASK_FORCE_UNKNOWN', 'taskForce');
  });

  it('whose acceptance had been missed leaves nothing: its solution clock runs on as the firm’s, as if it had never stopped', () => {
    const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT30M'), warnAt: [], policyVersion: 1 } as const;
    const urgent = aTask({
      clocks: [startClock(terms, county('2020-02-14 09:30'), noCalendar)],
      solveWithin: elapsed('PT8H'),
    });
    const evening = county('2020-02-14 18:00:00.001');
    const { left, opened } = redispatch(returned(urgent), to('LABOUR'), evening, rules);
    const { state } = opened;
    const due = county('2020-02-14 18:00');
    // by the centre, which had it until now
    expect(left.events.map(({ type, data }) => [type, data['dueAt'], data['taskForce']])).toEqual([
      ['taskforce.firm-clock.breached.v1', due.toISOString(), 'TESTING'],
    ]);
    expect(isRunning(firmClock(left.state)!)).toBe(false);
    expect(state.clocks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['FIRM', due],
      ['ACCEPTANCE', county('2020-02-14 20:00:00.001')],
    ]);
    const { state: after, events } = breach(state, evening, noCalendar);
    expect(events).toEqual([]);
    const inWork = accept(after, { by: otherLead }, evening, noCalendar).state;
    expect(inWork.clocks.map(({ kind }) => kind)).toEqual(['FIRM', 'ACCEPTANCE', 'SOLUTION']);
    expect([inWork.overdue, inWork.policyVersion]).toEqual([true, 2]);
  });

  it('is dispatched anew once, and not when its issue went another way', () => {
    const once = redispatch(returned(), to('LABOUR'), now, rules).left.state;
    const cases = [once, forgo(returned(), { at: now, settled: null }, now, noCalendar).state, aTask()];
    const codes = ['TASK_NOT_AWAITING_DISPATCH', 'TASK_NOT_AWAITING_DISPATCH', 'TASK_STATUS_FORBIDS_MOVE'];
    for (const [i, task] of cases.entries()) refused(() => redispatch(task, to('LABOUR'), now, rules), codes[i]!);
  });

  it('that a batch settled waits again when the batch is reverted', () => {
    const guidance = { guidanceId: nextId, guidanceVersion: 1, batchId: nextId };
    const settled = forgo(returned(), { settled: guidance, at }, now, noCalendar).state;
    expect(settled).toEqual({ ...returned(), ...guidance, proposedAt: at, awaitsRedispatch: false });
    expect(takeUpAgain(settled, { at: now }, now, noCalendar).state).toEqual(returned());
  });
});

describe('what a firm was promised for 18:00 before its task was returned at 10:30', () => {
  const HOUR = 3_600_000;
  const due = county('2020-02-14 18:00');
  const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT30M'), warnAt: [75], policyVersion: 1 } as const;
  const clocks = [startClock(terms, county('2020-02-14 09:30'), noCalendar)];
  const every = () => 12 * HOUR;
  const waits = urge(returned(aTask({ clocks, solveWithin: elapsed('PT8H') })), at, noCalendar, every);
  const woken = (task: Task, instant: Date) => wake(task, instant, noCalendar, every);
  const guidance = { guidanceId: nextId, guidanceVersion: 1, batchId: nextId };
  const settledAt = (task: Task, instant: Date) => forgo(task, { at: instant, settled: guidance }, evening, noCalendar);
  const evening = county('2020-02-14 20:00');

  it.each([-1, 0])('is not missed %d ms after that, and nobody is warned of it', (ms) => {
    expect(woken(waits, later(due, ms))).toEqual({ state: waits, events: [] });
  });

  it('is missed 1 ms after it while it waits for the centre, which is urged at once and every 12 hours', () => {
    const { state, events } = woken(waits, waits.wakeAt!);
    expect(waits.wakeAt).toEqual(later(due, 1));
    expect(events.map(({ type, data }) => [type, data['dueAt']])).toEqual([
      ['taskforce.firm-clock.breached.v1', due.toISOString()],
    ]);
    expect([state.overdue, state.deadlineAt, state.wakeAt]).toEqual([true, due, later(due, 12 * HOUR + 1)]);
    const first = { clock: 'FIRM', ordinal: 1, dueAt: due, issuedAt: later(due, 1), policyVersion: 1 };
    expect(newUrgings(waits, state)).toEqual([first]);
    const second = { ...first, ordinal: 2, issuedAt: later(due, 12 * HOUR + 1) };
    expect(newUrgings(state, woken(state, second.issuedAt).state)).toEqual([second]);
  });

  it.each([
    [0, 'MET', null],
    [1, null, due],
  ] as const)(
    'and was settled by a batch %d ms after it is then met, or missed at its true time',
    (ms, end, missedAt) => {
      const { state, events } = settledAt(waits, later(due, ms));
      const firm = firmClock(state)!;
      expect([firm.history.findLast(({ type }) => type === 'MET')?.type ?? null, instantOf(firm, 'BREACHED')]).toEqual([
        end,
        missedAt,
      ]);
      expect([events.length, state.overdue, state.wakeAt]).toEqual([ms, false, null]);
    },
  );

  it('is no breach where it is heard later that it was settled in time, and runs on when that is reverted', () => {
    const settled = settledAt(woken(waits, later(due, 1)).state, due).state;
    expect(instantOf(firmClock(settled)!, 'BREACHED')).toBeNull();
    const again = takeUpAgain(settled, { at: evening }, evening, noCalendar);
    expect(again.events.map(({ data }) => data['dueAt'])).toEqual([due.toISOString()]);
    expect([again.state.awaitsRedispatch, again.state.overdue]).toEqual([true, true]);
  });

  it('runs on in the task that is opened for it, and no more in the one that was returned', () => {
    const { left, opened } = redispatch(waits, to('LABOUR'), now, rules);
    const ended = instantOf(firmClock(left.state)!, 'CANCELLED');
    expect([left.events, ended, left.state.wakeAt]).toEqual([[], now, null]);
    expect([isRunning(firmClock(opened.state)!), firmClock(opened.state)!.dueAt]).toEqual([true, due]);
  });

  it('falls away with an issue that was merged before', () => {
    const { state, events } = forgo(waits, { at: due, settled: null }, evening, noCalendar);
    expect([events, instantOf(firmClock(state)!, 'CANCELLED'), state.wakeAt]).toEqual([[], due, null]);
  });
});
