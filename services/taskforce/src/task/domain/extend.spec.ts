import { describe, expect, it } from '@jest/globals';
import { taskExtended } from '@qifutong/contracts/taskforce/task-extended';
import { aTask, county, later, noCalendar } from '../../../test/builders.ts';
import { aTransferredTask, dueOf, otherLead } from '../../../test/life-builders.ts';
import { extend as moved } from '../../clock/domain/clock-moves.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { extend } from './extend.ts';
import { cached, type Task } from './task.ts';

const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const due = county('2020-02-15 10:00');
const until = county('2020-02-16 10:00');
const asked = { until, reason: '须省级审批', by: 'commander-1', atMost: 'P30D' };
const extending = (task: Task, now: Date, how: object = {}) => extend(task, { ...asked, ...how }, now, noCalendar);
const { id: taskId, issueId, round, domain } = inWork;
const refused = (work: () => unknown, code: string, field: string | null = null) =>
  expect(work).toThrow(expect.objectContaining({ code, field }));

describe('an extension to 16 Feb 10:00', () => {
  it('granted 15 Feb 09:00 moves the deadline, and its passing is no breach', () => {
    const now = county('2020-02-15 09:00');
    const [acceptance, solution] = inWork.clocks;
    const granted = extending(inWork, now);
    expect(granted).toEqual({
      state: cached({
        ...inWork,
        extendedAt: now,
        extendedBy: 'commander-1',
        extendedUntil: until,
        extensionReason: '须省级审批',
        clocks: [acceptance!, moved(solution!, until, now, noCalendar)],
      }),
      events: [
        taskExtended({
          ...{ taskId, issueId, commonIssueId: null, round, domain, taskForce: 'TESTING' },
          extendedBy: 'commander-1',
          extendedAt: now.toISOString(),
          extendedUntil: until.toISOString(),
          solutionDueAt: until.toISOString(),
          firmDueAt: null,
        }),
      ],
    });
    expect(breach(granted.state, until, noCalendar).events).toEqual([]);
    expect(breach(granted.state, later(until, 1), noCalendar).events).toHaveLength(1);
  });

  it.each([-1, 0])('is granted %d ms after the deadline', (ms) => {
    expect(extending(inWork, later(due, ms)).state.nextDueAt).toEqual(until);
  });

  it('is refused 1 ms after it: the deadline has passed', () => {
    refused(() => extending(inWork, later(due, 1)), 'DEADLINE_PASSED');
    refused(() => extending(inWork, county('2020-02-15 11:00')), 'DEADLINE_PASSED');
  });

  it('is refused a second time', () => {
    const once = extending(inWork, county('2020-02-15 09:00')).state;
    refused(
      () => extending(once, county('2020-02-15 09:30'), { until: county('2020-02-17 10:00') }),
      'EXTENSION_USED_UP',
    );
  });

  it('is no extension to an instant that is not after the present deadline, least of all to the past', () => {
    const now = county('2020-02-15 09:00');
    for (const to of [due, later(due, -1), county('2020-02-14 09:00')])
      refused(() => extending(inWork, now, { until: to }), 'EXTENSION_NOT_LATER', 'until');
    expect(extending(inWork, now, { until: later(due, 1) }).state.nextDueAt).toEqual(later(due, 1));
  });

  it('is no extension beyond what the policy allows, counted from the present deadline', () => {
    const now = county('2020-02-15 09:00');
    const allowed = county('2020-03-16 10:00');
    refused(() => extending(inWork, now, { until: later(allowed, 1) }), 'EXTENSION_TOO_LONG', 'until');
    refused(() => extending(inWork, now, { until: new Date('9999-12-31T00:00Z') }), 'EXTENSION_TOO_LONG', 'until');
    expect(extending(inWork, now, { until: allowed }).state.nextDueAt).toEqual(allowed);
  });

  it("moves the firm's own deadline with that of the task force", () => {
    const accepted = aTransferredTask(county('2020-02-14 13:00'));
    const { state } = extending(accepted, county('2020-02-15 09:00'));
    expect(dueOf(state)).toMatchObject({ SOLUTION: until, FIRM: until });
  });

  it("moves the firm's own deadline while its new task force has not accepted yet, but not the time to accept", () => {
    const waits = aTransferredTask();
    const { state, events } = extending(waits, county('2020-02-14 12:30'));
    expect(dueOf(state)).toEqual({ FIRM: until, ACCEPTANCE: county('2020-02-14 14:00') });
    expect(state.clocks[1]).toEqual(waits.clocks[1]);
    expect(events[0]!.data).toMatchObject({ firmDueAt: until.toISOString(), solutionDueAt: null });
    // by then a solution clock of its own has run out, too
    refused(() => extending(waits, county('2020-02-15 14:00:00.001')), 'DEADLINE_PASSED');
  });

  it('holds of whoever goes on with the round, whether it was granted before the transfer or while the task waits', () => {
    const far = { until: county('2020-02-18 10:00') };
    const before = aTransferredTask(null, extending(inWork, county('2020-02-14 11:00'), far).state);
    const whileItWaits = extending(aTransferredTask(), county('2020-02-14 12:30'), far).state;
    const now = county('2020-02-14 13:00');
    for (const waits of [before, whileItWaits]) {
      const { state, events } = accept(waits, { by: otherLead }, now, noCalendar);
      expect(dueOf(state)).toMatchObject({ SOLUTION: far.until, FIRM: far.until });
      expect(events[0]!.data).toMatchObject({ solutionDueAt: far.until.toISOString() });
      refused(() => extending(state, now, { until: county('2020-02-20 10:00') }), 'EXTENSION_USED_UP');
      // never accepted, it has the same time
      const missed = breach(waits, county('2020-02-17 10:00'), noCalendar).state;
      expect(dueOf(missed)).toMatchObject({ SOLUTION: far.until, FIRM: far.until });
    }
  });

  it('takes nothing from a task force that has more time of its own', () => {
    const waits = aTransferredTask(null, extending(inWork, county('2020-02-14 11:00'), { until: later(due, 1) }).state);
    const { state } = accept(waits, { by: otherLead }, county('2020-02-14 13:00'), noCalendar);
    expect(dueOf(state)).toMatchObject({ SOLUTION: county('2020-02-15 13:00'), FIRM: later(due, 1) });
  });

  it('moves the deadline of a solution clock that a missed acceptance had started', () => {
    const { state, events } = extending(aTask(), county('2020-02-15 09:00'));
    expect(dueOf(state)['SOLUTION']).toEqual(until);
    expect(events.map(({ type }) => type)).toEqual(['taskforce.task.breached.v1', 'taskforce.task.extended.v1']);
  });

  it('is not for a task that waits while neither runs, is suspended or is solved', () => {
    refused(() => extending(aTask(), county('2020-02-14 11:30')), 'TASK_STATUS_FORBIDS_MOVE');
    for (const status of ['SUSPENDED', 'SOLUTION_PROPOSED', 'CLOSED'] as const)
      refused(() => extending({ ...inWork, status }, county('2020-02-15 09:00')), 'TASK_STATUS_FORBIDS_MOVE');
  });
});
