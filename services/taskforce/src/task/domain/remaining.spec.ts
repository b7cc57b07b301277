import { describe, expect, it } from '@jest/globals';
import { extend, resume, suspend, warn } from '../../clock/domain/clock-moves.ts';
import { isoDuration } from '../../clock/domain/duration.ts';
import { aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { breach } from './breach.ts';
import { close } from './close.ts';
import { proposeSolution } from './propose-solution.ts';
import { rejectSolution } from './reject-solution.ts';
import { leastRemaining, remaining } from './remaining.ts';
import { cached, NEVER, type Task } from './task.ts';

const accepted = aTask({ acceptedAt: county('2020-02-14 10:00') });
const due = county('2020-02-15 10:00');
const solution = { text: '已安排', measures: [], attachments: [], by: lead };

const least = (task: Task, now: Date) => {
  const ms = leastRemaining(task, now, noCalendar);
  return ms === null ? null : isoDuration(ms);
};
const withClocks = (task: Task, named: Partial<Task>) => cached({ ...task, ...named });

describe('what remains of a task', () => {
  it.each([
    ['just accepted', county('2020-02-14 10:00'), 'PT24H'],
    ['1 ms before its deadline', later(due, -1), 'PT0.001S'],
    ['at the very instant', due, 'PT0S'],
    ['1 ms after it, unnoticed', later(due, 1), '-PT0.001S'],
  ])('that is %s', (_, now, left) => {
    expect(least(accepted, now)).toBe(left);
  });

  it('is below zero while its missed deadline is not made up for', () => {
    const overdue = breach(accepted, later(due, 60_000), noCalendar).state;
    const now = county('2020-02-15 13:00');
    expect(least(overdue, now)).toBe('-PT3H');
    const solved = proposeSolution(overdue, solution, now, noCalendar).state;
    expect(least(solved, now)).toBeNull();
  });

  it('is that of the clock which presses most', () => {
    const unaccepted = breach(aTask(), county('2020-02-14 12:30'), noCalendar).state;
    const now = county('2020-02-14 12:30');
    expect(least(unaccepted, now)).toBe('-PT1H');
    const [acceptance, running] = unaccepted.clocks;
    expect([acceptance, running].map((clock) => remaining(unaccepted, clock!, now, noCalendar))).toEqual([
      -3_600_000,
      23 * 3_600_000,
    ]);
  });

  it('of a suspended one is what was left, however long it stands still', () => {
    const at = county('2020-02-14 20:00');
    const clocks = accepted.clocks.map((clock) => suspend(clock, 'FORCE_MAJEURE', at, noCalendar));
    const named = { suspendedAt: at, suspendedBy: 'analyst-1', suspensionReason: 'FORCE_MAJEURE' } as const;
    const suspended = withClocks(accepted, { status: 'SUSPENDED', clocks, ...named });
    expect([least(suspended, at), least(suspended, county('2020-02-20 20:00'))]).toEqual(['PT14H', 'PT14H']);
    const resumed = clocks.map((clock) => resume(clock, county('2020-02-15 06:00'), noCalendar));
    expect(least(withClocks(accepted, { clocks: resumed }), county('2020-02-15 07:00'))).toBe('PT13H');
  });

  it('is nothing once it is solved', () => {
    const solved = proposeSolution(accepted, solution, due, noCalendar).state;
    expect(least(solved, later(due, 1))).toBeNull();
  });
});

describe('the deadline by which a task is put in order', () => {
  it.each([
    ['of one that waits is that of its acceptance', aTask(), '2020-02-14 11:30'],
    ['of one in work is that of its solution', accepted, '2020-02-15 10:00'],
    [
      'of one that nobody accepted is the missed one',
      breach(aTask(), county('2020-02-14 12:30'), noCalendar).state,
      '2020-02-14 11:30',
    ],
    [
      'of an overdue one is the missed one',
      breach(accepted, county('2020-02-16 10:00'), noCalendar).state,
      '2020-02-15 10:00',
    ],
  ])('%s', (_, task, at) => {
    expect(task.deadlineAt).toEqual(county(at));
  });

  it.each([
    ['in time', accepted, due],
    ['late', breach(accepted, later(due, 1), noCalendar).state, later(due, 1)],
  ])('of one that was solved %s comes after all, until its solution is found ineffective', (_, task, at) => {
    const solved = proposeSolution(task, solution, at, noCalendar).state;
    expect(solved.deadlineAt).toEqual(NEVER);
    const again = rejectSolution(solved, { reason: '仍未解决', by: 'analyst-1' }, later(at, 1), noCalendar).state;
    expect(again.deadlineAt).toEqual(due);
  });

  it('of one that has ended is the last that ran', () => {
    const solved = proposeSolution(accepted, solution, due, noCalendar).state;
    expect(close(solved, { because: 'WRITTEN_OFF' }, later(due, 1), noCalendar).state.deadlineAt).toEqual(due);
  });

  it('of a suspended one comes after all', () => {
    const at = county('2020-02-14 20:00');
    const clocks = accepted.clocks.map((clock) => suspend(clock, 'FORCE_MAJEURE', at, noCalendar));
    expect(withClocks(accepted, { status: 'SUSPENDED', clocks }).deadlineAt).toEqual(NEVER);
  });
});

describe('a task is near its limit', () => {
  const warned = accepted.clocks.map((clock) =>
    clock.kind === 'SOLUTION' ? warn(clock, county('2020-02-15 04:00'), noCalendar) : clock,
  );
  it.each([
    ['once it was warned of', warned, true],
    ['not before', accepted.clocks, false],
    [
      'not when it was extended since',
      warned.map((clock) => extend(clock, county('2020-02-16 10:00'), county('2020-02-15 05:00'), noCalendar)),
      false,
    ],
    [
      'not while it stands still',
      warned.map((clock) => suspend(clock, 'FORCE_MAJEURE', county('2020-02-15 05:00'), noCalendar)),
      false,
    ],
  ])('%s', (_, clocks, near) => {
    expect(withClocks(accepted, { clocks }).nearLimit).toBe(near);
  });

  it('not after its deadline: then it is overdue', () => {
    const late = breach(withClocks(accepted, { clocks: warned }), later(due, 1), noCalendar).state;
    expect([late.nearLimit, late.overdue]).toEqual([false, true]);
  });
});
