import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import { aTask, county, later, noCalendar } from '../../../test/builders.ts';
import { breach } from './breach.ts';
import { cancel, type Cancellation } from './cancel.ts';
import type { Clock } from '../../clock/domain/clock.ts';

const commonIssueId = '019c5a00-0000-7000-8000-000000000003';
const at = county('2020-02-14 11:00');
const taken = { because: 'COMMON_ISSUE', commonIssueId, at } as const;
const gone = { because: 'MERGED', commonIssueId: null, at } as const;
const { id: taskId, issueId } = aTask();
const named = { taskId, issueId, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;

function told({ because, commonIssueId: common, at: instant }: Cancellation) {
  return taskCancelled({ ...named, because, commonIssueId: common, cancelledAt: instant.toISOString() });
}

describe('cancelling a task', () => {
  it.each([
    { because: 'MERGED', commonIssueId: null, at },
    { because: 'WITHDRAWN', commonIssueId: null, at },
  ] as Cancellation[])('because of $because ends it, and the clock that runs', (cancellation) => {
    const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
    const [acceptance, solution] = inWork.clocks as [Clock, Clock];
    const fallen = { ...solution, history: [...solution.history, { type: 'CANCELLED', at }] };
    expect(cancel(inWork, cancellation, later(at, 40), noCalendar)).toEqual({
      state: {
        ...inWork,
        status: 'CANCELLED',
        cancelledAt: at,
        cancelledBecause: cancellation.because,
        commonIssueId: cancellation.commonIssueId,
        clocks: [acceptance, fallen],
        nextDueAt: null,
        wakeAt: null,
      },
      events: [told(cancellation)],
    });
  });

  it('because a common issue took its issue in ends it, and what its task force owed; the firm keeps its clock', () => {
    const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
    const [acceptance, solution] = inWork.clocks as [Clock, Clock];
    const fallen = { ...solution, history: [...solution.history, { type: 'CANCELLED', at }] };
    const due = county('2020-02-15 10:00');
    expect(cancel(inWork, taken, later(at, 40), noCalendar)).toEqual({
      state: {
        ...inWork,
        status: 'CANCELLED',
        cancelledAt: at,
        cancelledBecause: 'COMMON_ISSUE',
        commonIssueId,
        clocks: [{ ...solution, kind: 'FIRM' }, acceptance, fallen],
        nextDueAt: due,
        wakeAt: later(due, 1),
      },
      events: [{ ...told(taken), data: { ...told(taken).data, firmDueAt: due.toISOString() } }],
    });
  });

  it('records what had been missed before, though it is noticed only now', () => {
    const [missedAt, now] = [county('2020-02-14 11:30'), county('2020-02-14 15:00')];
    const { state, events } = cancel(aTask(), { ...gone, at: county('2020-02-14 12:00') }, now, noCalendar);
    expect(events).toEqual([
      taskBreached({
        ...named,
        clock: 'ACCEPTANCE',
        dueAt: missedAt.toISOString(),
        noticedAt: now.toISOString(),
      }),
      told({ ...gone, at: county('2020-02-14 12:00') }),
    ]);
    expect(state.clocks.map(({ history }) => history.at(-1)?.type)).toEqual(['BREACHED', 'CANCELLED']);
    expect([state.nextDueAt, state.overdue]).toEqual([null, false]);
  });

  it('that is heard of two days late misses no deadline that fell due since', () => {
    const { state, events } = cancel(aTask(), gone, county('2020-02-16 11:00'), noCalendar);
    expect(events).toEqual([told(gone)]);
    expect(state.clocks.map(({ history }) => history)).toEqual([
      [
        { type: 'STARTED', at: county('2020-02-14 09:30') },
        { type: 'CANCELLED', at },
      ],
    ]);
  });

  it('keeps a breach that was recorded of a deadline before it, and records none again', () => {
    const [missedAt, noticedAt] = [county('2020-02-14 11:30'), county('2020-02-14 11:31')];
    const noticed = breach(aTask(), noticedAt, noCalendar).state;
    const { state, events } = cancel(noticed, { ...gone, at: later(missedAt, 1) }, later(noticedAt, 1), noCalendar);
    expect(state.clocks.map(({ history }) => history)).toEqual([
      [
        { type: 'STARTED', at: county('2020-02-14 09:30') },
        { type: 'BREACHED', at: missedAt, noticedAt },
      ],
      [
        { type: 'STARTED', at: missedAt },
        { type: 'CANCELLED', at: later(missedAt, 1) },
      ],
    ]);
    expect([state.acceptMissed, events]).toEqual([true, [told({ ...gone, at: later(missedAt, 1) })]]);
  });

  it('ends no clock before its start', () => {
    const inWork = aTask({ acceptedAt: later(at, 60_000) });
    const { state } = cancel(inWork, taken, later(at, 120_000), noCalendar);
    expect(state.clocks[1]?.history).toEqual([
      { type: 'STARTED', at: later(at, 60_000) },
      { type: 'CANCELLED', at: later(at, 60_000) },
    ]);
  });

  it.each([
    [-1, ['FIRM', 'ACCEPTANCE', 'SOLUTION']],
    [0, ['FIRM', 'ACCEPTANCE', 'SOLUTION']],
    [1, ['ACCEPTANCE', 'SOLUTION']],
  ])('of a member that was accepted %d ms after it was taken in leaves the clocks %j', (ms, kinds) => {
    const inWork = aTask({ acceptedAt: later(at, ms) });
    const { state, events } = cancel(inWork, taken, later(at, 50), noCalendar);
    expect(state.clocks.map(({ kind }) => kind)).toEqual(kinds);
    const due = ms > 0 ? null : later(inWork.acceptedAt!, 24 * 3_600_000);
    expect([state.nextDueAt, state.wakeAt]).toEqual([due, due && later(due, 1)]);
    expect(events).toEqual([
      { ...told(taken), data: { ...told(taken).data, ...(due && { firmDueAt: due.toISOString() }) } },
    ]);
  });

  it('leaves a solution and a clock that was met as they are', () => {
    const solved = aTask({ acceptedAt: county('2020-02-14 10:00'), proposedAt: county('2020-02-14 10:30') });
    const { state } = cancel(solved, gone, at, noCalendar);
    const ended = { status: 'CANCELLED', cancelledAt: at, cancelledBecause: 'MERGED', deadlineAt: solved.solveDueAt };
    expect(state).toEqual({ ...solved, ...ended });
  });

  it('ends it for good', () => {
    const refused = expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' });
    expect(() => cancel(cancel(aTask(), gone, at, noCalendar).state, gone, at, noCalendar)).toThrow(refused);
  });
});
