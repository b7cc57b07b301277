import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskWarned } from '@qifutong/contracts/taskforce/task-warned';
import fc from 'fast-check';
import { aCommonTask, aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { rebuilt } from '../../clock/domain/clock.ts';
import { end, suspend } from '../../clock/domain/clock-moves.ts';
import { accept } from './accept.ts';
import { cached, type Task } from './task.ts';
import { newUrgings, urge, wake } from './wake.ts';

const HOUR = 3_600_000;
const every = () => 12 * HOUR;
const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const due = county('2020-02-15 10:00');
const warningDue = county('2020-02-15 04:00');

/** The task after it was looked at, at each of these instants. */
function looked(task: Task, ...instants: Date[]): Task {
  return instants.reduce((one, now) => wake(one, now, noCalendar, every).state, task);
}
const urgingsAt = (task: Task, now: Date) => newUrgings(task, looked(task, now));
const known = {
  taskId: inWork.id,
  issueId: inWork.issueId,
  round: 1,
  domain: 'TESTING',
  taskForce: 'TESTING',
} as const;

describe('a warning', () => {
  const warned = (noticedAt: Date) =>
    taskWarned({
      ...known,
      ...{ commonIssueId: null, clock: 'SOLUTION', percent: 75, dueAt: due.toISOString() },
      ...{ warnedAt: warningDue.toISOString(), noticedAt: noticedAt.toISOString() },
    });

  it.each([
    [-1, []],
    [0, [warned(warningDue)]],
    [1, [warned(later(warningDue, 1))]],
  ])('is given at 75 %% of the 24 hours, 15 Feb 04:00: %d ms after that', (ms, events) => {
    expect(wake(inWork, later(warningDue, ms), noCalendar, every).events).toEqual(events);
  });

  it('is given once', () => {
    expect(wake(looked(inWork, warningDue), later(warningDue, HOUR), noCalendar, every).events).toEqual([]);
  });

  it.each([
    ['at the last instant', 0, [warned(due)]],
    [
      'after the deadline, no more',
      1,
      [taskBreached({ ...known, clock: 'SOLUTION', dueAt: due.toISOString(), noticedAt: later(due, 1).toISOString() })],
    ],
  ])('that nobody could give in time is given late: %s', (_, ms, events) => {
    expect(wake(inWork, later(due, ms), noCalendar, every).events).toEqual(events);
  });

  it('of several shares is given for each, and of a common issue’s task in its name', () => {
    const common = aCommonTask({ acceptedAt: county('2020-02-14 10:00') });
    const task = cached({
      ...common,
      clocks: common.clocks.map((clock) => rebuilt({ ...clock, warnAt: [50, 75] }, noCalendar)),
    });
    const { events } = wake(task, county('2020-02-15 05:00'), noCalendar, every);
    expect(events.map(({ aggregateType, data }) => [aggregateType, data['percent'], data['warnedAt']])).toEqual([
      ['common-task', 50, county('2020-02-14 22:00').toISOString()],
      ['common-task', 75, county('2020-02-15 04:00').toISOString()],
    ]);
  });

  it('keeps a suspended task asleep', () => {
    const clocks = inWork.clocks.map((clock) =>
      suspend(clock, 'WAITING_FOR_FIRM', county('2020-02-14 20:00'), noCalendar),
    );
    const suspended = cached({ ...inWork, status: 'SUSPENDED', clocks });
    expect(suspended.wakeAt).toBeNull();
    expect(wake(suspended, county('2020-02-20 10:00'), noCalendar, every)).toEqual({ state: suspended, events: [] });
  });
});

describe('a notice', () => {
  it.each([
    [0, []],
    [1, [{ clock: 'SOLUTION', ordinal: 1, dueAt: due, issuedAt: later(due, 1), policyVersion: 1 }]],
  ])('is due for a missed deadline: %d ms after it', (ms, urgings) => {
    expect(urgingsAt(inWork, later(due, ms))).toEqual(urgings);
  });

  it.each([
    [-1, []],
    [0, [2]],
    [1, [2]],
  ])('is due again 12 hours after the last was issued, not after the deadline: %d ms from that', (ms, ordinals) => {
    const urged = looked(inWork, county('2020-02-15 10:07'));
    const found = urgingsAt(urged, later(county('2020-02-15 22:07'), ms));
    expect(found.map(({ ordinal, dueAt }) => [ordinal, dueAt])).toEqual(ordinals.map((ordinal) => [ordinal, due]));
  });

  it('is one for a clock, however many intervals passed while the service was down', () => {
    const urged = looked(inWork, later(due, 1));
    const back = county('2020-02-18 09:00');
    expect(urgingsAt(urged, back).map(({ ordinal, issuedAt }) => [ordinal, issuedAt])).toEqual([[2, back]]);
    expect(looked(urged, back).wakeAt).toEqual(later(back, 12 * HOUR));
  });

  it('after six hours of downtime is issued once, of a breach at its true time', () => {
    const back = county('2020-02-15 15:30');
    const { state, events } = wake(inWork, back, noCalendar, every);
    expect(newUrgings(inWork, state)).toEqual([
      { clock: 'SOLUTION', ordinal: 1, dueAt: due, issuedAt: back, policyVersion: 1 },
    ]);
    expect(events.map(({ data }) => [data['dueAt'], data['noticedAt']])).toEqual([
      [due.toISOString(), back.toISOString()],
    ]);
  });

  it('is no more due once there is a solution', () => {
    const urged = looked(inWork, later(due, 1));
    const solved = cached({ ...urged, status: 'SOLUTION_PROPOSED', proposedAt: later(due, 2) });
    expect([solved.wakeAt, urgingsAt(solved, county('2020-02-20 10:00'))]).toEqual([null, []]);
  });

  it('for a missed acceptance is issued though the task is accepted before anybody looked, and then no more', () => {
    const now = county('2020-02-14 12:00');
    const accepted = urge(accept(aTask(), { by: lead }, now, noCalendar).state, now, noCalendar, every);
    expect(newUrgings(aTask(), accepted).map(({ clock, ordinal }) => [clock, ordinal])).toEqual([['ACCEPTANCE', 1]]);
    expect(urgingsAt(accepted, county('2020-02-15 09:00'))).toEqual([]);
  });

  it('comes for each deadline that a task missed which nobody accepts', () => {
    const found = urgingsAt(aTask(), county('2020-02-15 12:00'));
    expect(found.map(({ clock, ordinal, dueAt }) => [clock, ordinal, dueAt])).toEqual([
      ['ACCEPTANCE', 1, county('2020-02-14 11:30')],
      ['SOLUTION', 1, county('2020-02-15 11:30')],
    ]);
  });

  it('does not come again when the clock was set back', () => {
    const urged = looked(inWork, later(due, 1));
    expect(urgingsAt(urged, later(due, -HOUR))).toEqual([]);
    expect(looked(urged, later(due, -HOUR)).wakeAt).toEqual(urged.wakeAt);
  });

  it('is never overwritten by the next: all stay in the history of the clock', () => {
    const instants = [1, 12 * HOUR + 1, 24 * HOUR + 1, 36 * HOUR + 1].map((ms) => later(due, ms));
    const task = looked(inWork, ...instants);
    const facts = task.clocks[1]!.history.flatMap((fact) => (fact.type === 'URGED' ? [[fact.ordinal, fact.at]] : []));
    expect(facts).toEqual(instants.map((at, i) => [i + 1, at]));
    expect(task.timesUrged).toBe(4);
  });
});

describe('whoever looks', () => {
  it('finds nothing when looking again at once, and is told of an instant to come', () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 60 * 24 * 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(aTask(), inWork, aCommonTask()), (steps, task: Task) => {
        const instants = steps.map((minute) => later(task.dispatchedAt, minute * 60_000));
        const state = looked(task, ...instants);
        const now = instants.at(-1)!;
        expect(wake(state, now, noCalendar, every)).toEqual({ state, events: [] });
        expect(state.wakeAt! > now).toBe(true);
        expect(cached(state)).toEqual(state);
      }),
    );
  });

  it('finds the same, however often was looked: each warning, breach and first notice once', () => {
    const looks = fc.array(fc.integer({ min: 0, max: 36 * 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(looks, (steps) => {
        const instants = steps.toSorted((a, b) => a - b).map((minute) => later(inWork.acceptedAt!, minute * 60_000));
        const end = county('2020-02-15 21:00');
        const types = looked(inWork, ...instants, end).clocks[1]!.history.map(({ type }) => type);
        expect(types.filter((type) => type === 'BREACHED')).toHaveLength(1);
        expect(types.filter((type) => type === 'URGED')).toHaveLength(1);
        expect(types.filter((type) => type === 'WARNED').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('at a task whose clocks were all met finds nothing for ever', () => {
    const clocks = inWork.clocks.map((clock) => end(clock, 'MET', due, noCalendar));
    const met = cached({ ...inWork, clocks });
    expect([met.wakeAt, urgingsAt(met, county('2021-01-01 00:00'))]).toEqual([null, []]);
  });
});
