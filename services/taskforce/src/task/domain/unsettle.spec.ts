import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskUnsettled } from '@qifutong/contracts/taskforce/task-unsettled';
import { aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { breach } from './breach.ts';
import type { Clock } from '../../clock/domain/clock.ts';
import { proposeSolution } from './propose-solution.ts';
import { settle } from './settle.ts';
import type { Task } from './task.ts';
import { unsettle } from './unsettle.ts';

const by = {
  guidanceId: '019c5a00-0000-7000-8000-000000000004',
  guidanceVersion: 2,
  batchId: '019c5a00-0000-7000-8000-000000000005',
  at: county('2020-02-14 11:00'),
};
const due = county('2020-02-15 10:00');
const { id: taskId, issueId } = aTask();
const named = { taskId, issueId, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;
const settled = (task: Task) => settle(task, by, by.at, noCalendar).state;
const told = (at: Date) => taskUnsettled({ ...named, batchId: by.batchId, unsettledAt: at.toISOString() });
const missed = (clock: 'ACCEPTANCE' | 'SOLUTION', at: Date, noticedAt: Date) =>
  taskBreached({ ...named, clock, dueAt: at.toISOString(), noticedAt: noticedAt.toISOString() });

/** The clock after it was ended and that was taken back. */
function runningOn(clock: Clock, ended: 'MET' | 'CANCELLED', at: Date): Clock {
  return { ...clock, history: [...clock.history, { type: ended, at: by.at }, { type: 'REVOKED', at }] };
}

describe('a task whose batch was reverted', () => {
  const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
  const [acceptance, solution] = inWork.clocks as [Clock, Clock];

  it.each([-1, 0])('%d ms after its deadline is in work as before, its clock as if it had never stopped', (ms) => {
    const at = later(due, ms);
    expect(unsettle(settled(inWork), { at }, at, noCalendar)).toEqual({
      state: { ...inWork, clocks: [acceptance, runningOn(solution, 'MET', at)] },
      events: [told(at)],
    });
  });

  it('1 ms after its deadline turns out to have missed it, at its true due time', () => {
    const at = later(due, 1);
    const { state, events } = unsettle(settled(inWork), { at }, at, noCalendar);
    expect(events).toEqual([told(at), missed('SOLUTION', due, at)]);
    expect([state.status, state.overdue, state.clocks[1]!.dueAt]).toEqual(['ACCEPTED', true, due]);
    expect(breach(state, later(due, 9_000), noCalendar).events).toEqual([]);
  });

  it('that nobody had accepted waits to be accepted again, and may have missed that', () => {
    const waiting = aTask();
    const [inTime, late] = [county('2020-02-14 11:30'), county('2020-02-14 11:30:00.001')];
    expect(unsettle(settled(waiting), { at: inTime }, inTime, noCalendar).state).toEqual({
      ...waiting,
      clocks: [runningOn(waiting.clocks[0]!, 'CANCELLED', inTime)],
    });
    const { state, events } = unsettle(settled(waiting), { at: late }, late, noCalendar);
    expect(events).toEqual([told(late), missed('ACCEPTANCE', inTime, late)]);
    expect([state.status, state.nextDueAt]).toEqual(['DISPATCHED', county('2020-02-15 11:30')]);
  });

  it('keeps the breach that there was before', () => {
    const late = breach(aTask(), county('2020-02-14 10:59'), noCalendar).state;
    const overdue = breach(late, county('2020-02-14 11:31'), noCalendar).state;
    const after = unsettle(
      settle(overdue, { ...by, at: county('2020-02-14 12:00') }, due, noCalendar).state,
      { at: due },
      due,
      noCalendar,
    ).state;
    expect(after.clocks.map(({ history }) => history.map(({ type }) => type))).toEqual([
      ['STARTED', 'BREACHED'],
      ['STARTED', 'MET', 'REVOKED'],
    ]);
    expect(after.overdue).toBe(true);
  });

  it('can be solved after all, or settled by another batch', () => {
    const again = unsettle(settled(inWork), { at: due }, due, noCalendar).state;
    const proposed = proposeSolution(
      again,
      { text: '已办', measures: [], attachments: [], by: lead },
      due,
      noCalendar,
    ).state;
    expect(proposed.clocks[1]?.history.map(({ type }) => type)).toEqual(['STARTED', 'MET', 'REVOKED', 'MET']);
    expect(settle(again, { ...by, at: due }, due, noCalendar).state.clocks).toEqual(proposed.clocks);
  });
});
