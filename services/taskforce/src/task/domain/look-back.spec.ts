import { describe, expect, it } from '@jest/globals';
import { aTask, county, later, noCalendar } from '../../../test/builders.ts';
import { instantOf, type Clock } from '../../clock/domain/clock.ts';
import { breach } from './breach.ts';
import { cancel } from './cancel.ts';
import { settle } from './settle.ts';
import type { Task } from './task.ts';
import { unsettle } from './unsettle.ts';
import { newUrgings, wake } from './wake.ts';

const HOUR = 3_600_000;
const batch = {
  guidanceId: '019c5a00-0000-7000-8000-000000000004',
  guidanceVersion: 1,
  batchId: '019c5a00-0000-7000-8000-000000000005',
};
const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const due = county('2020-02-15 10:00');
/** the service was down from 09:30 on */
const back = county('2020-02-15 12:00');
const every = () => 12 * HOUR;
const noticed = (task: Task, now: Date) => wake(task, now, noCalendar, every).state;
const settled = (task: Task, at: Date, now = back) => settle(task, { ...batch, at }, now, noCalendar);
const taken = (task: Task, at: Date, now = back) =>
  cancel(task, { because: 'MERGED', commonIssueId: null, at }, now, noCalendar);
const facts = ({ history }: Clock) => history.map(({ type }) => type);
const ends = ({ clocks }: Task) =>
  clocks.map((clock) => [clock.kind, instantOf(clock, 'MET'), instantOf(clock, 'CANCELLED'), clock.dueAt]);
/** What figures and lists see of it: all but the notices that were issued. */
function counted({ clocks: _, timesUrged: __, urged: ___, ...task }: Task) {
  return task;
}

describe.each([
  ['settled', settled],
  ['taken away', taken],
])('a task that was %s and of which the deadline was noticed before that was heard', (_, does) => {
  it.each([-900_000, -1, 0])('%d ms after its deadline has missed nothing, whichever was heard first', (ms) => {
    const at = later(due, ms);
    const [late, early] = [does(noticed(inWork, back), at), does(inWork, at)];
    expect([counted(late.state), ends(late.state)]).toEqual([counted(early.state), ends(early.state)]);
    expect([late.state.solveMissed, late.events]).toEqual([false, early.events]);
  });

  it('keeps the notice as a document', () => {
    const { state } = does(noticed(inWork, back), later(due, -1));
    expect(facts(state.clocks[1]!).slice(0, 4)).toEqual(['STARTED', 'BREACHED', 'URGED', 'REVOKED']);
    expect([state.urged, state.timesUrged]).toEqual([true, 1]);
  });

  it('1 ms after its deadline has missed it, whichever was heard first', () => {
    const at = later(due, 1);
    const [late, early] = [does(noticed(inWork, back), at), does(inWork, at)];
    expect([counted(late.state), ends(late.state)]).toEqual([counted(early.state), ends(early.state)]);
    expect([late.state.solveMissed, instantOf(late.state.clocks[1]!, 'BREACHED')]).toEqual([true, due]);
  });

  it('before anybody had accepted it has no solution to be late with, though a missed acceptance had started that clock', () => {
    const [at, heard] = [county('2020-02-14 11:30'), county('2020-02-16 12:00')];
    const waiting = noticed(aTask(), heard);
    expect([waiting.acceptMissed, waiting.solveMissed]).toEqual([true, true]);
    const [late, early] = [does(waiting, at, heard), does(aTask(), at, heard)];
    expect(counted(late.state)).toEqual(counted(early.state));
    expect(late.state).toMatchObject({ acceptMissed: false, solveMissed: false, solveDueAt: null, wakeAt: null });
    expect(late.state.clocks.map((clock) => [clock.kind, ...facts(clock).slice(3)])).toEqual([
      ['ACCEPTANCE', 'REVOKED', 'CANCELLED'],
      ['SOLUTION', 'REVOKED', 'CANCELLED'],
    ]);
  });
});

describe('a batch that is reverted after its settling was heard late', () => {
  it.each([
    ['accepted', inWork],
    ['waiting', aTask()],
  ])('leaves a task that was %s with what it would have missed, and no notice is issued again', (_, task) => {
    const [at, heard, reverted] = ['2020-02-14 11:00', '2020-02-16 12:00', '2020-02-16 13:00'].map(county) as [
      Date,
      Date,
      Date,
    ];
    const urged = noticed(task, heard);
    const { state } = unsettle(settled(urged, at, heard).state, { at: reverted }, reverted, noCalendar);
    const never = breach(task, reverted, noCalendar).state;
    const { acceptMissed, solveMissed, solveDueAt, overdue, status } = never;
    expect(state).toMatchObject({ acceptMissed, solveMissed, solveDueAt, overdue, status });
    expect(state.clocks.map(({ kind }) => kind)).toEqual(never.clocks.map(({ kind }) => kind));
    const [now, next] = [noticed(state, reverted), noticed(state, later(heard, 12 * HOUR))];
    expect(newUrgings(urged, now)).toEqual([]);
    expect(new Set(newUrgings(urged, next).map(({ ordinal }) => ordinal))).toEqual(new Set([2]));
  });
});
