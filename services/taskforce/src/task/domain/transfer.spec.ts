import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { taskTransferred } from '@qifutong/contracts/taskforce/task-transferred';
import { aCommonTask, aTask, county, elapsed, later, noCalendar } from '../../../test/builders.ts';
import {
  analyst,
  aTransferredTask,
  dueOf,
  nextId,
  otherLead,
  ownLead,
  rules,
  working,
} from '../../../test/life-builders.ts';
import { carriedOn, end, miss, startClock } from '../../clock/domain/clock-moves.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { extend } from './extend.ts';
import { proposeSolution } from './propose-solution.ts';
import { suspend } from './suspend.ts';
import { cached } from './task.ts';
import { untouched } from './untouched.ts';
import { transfer } from './transfer.ts';

const now = county('2020-02-14 12:00');
const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const how = { id: nextId, to: working('LABOUR'), reason: '属用工事项', by: ownLead };
const { id: taskId, issueId, round, domain } = inWork;
const refused = (work: () => unknown, code: string, field: string | null = null) =>
  expect(work).toThrow(expect.objectContaining({ code, field }));

describe('a task that is supervised', () => {
  it('is moved by the centre alone', () => {
    refused(() => transfer(inWork, { ...how, supervised: true }, now, rules), 'TASK_SUPERVISED', 'taskId');
    const { left } = transfer(inWork, { ...how, by: analyst, supervised: true }, now, rules);
    expect(left.state.status).toBe('TRANSFERRED');
  });
});

describe('a task that was extended', () => {
  it('and is transferred cannot be extended again in other hands', () => {
    const until = county('2020-02-16 10:00');
    const granting = { until, reason: '须省级审批', by: 'commander-1', atMost: 'P30D' };
    const extended = extend(inWork, granting, county('2020-02-14 11:00'), noCalendar).state;
    const { state } = transfer(extended, how, now, rules).opened;
    const { extendedAt, extendedBy, extendedUntil, extensionReason } = extended;
    expect(state).toMatchObject({ extendedAt, extendedBy, extendedUntil, extensionReason });
    const again = accept(state, { by: otherLead }, county('2020-02-14 13:00'), noCalendar).state;
    const further = { ...granting, until: county('2020-02-17 10:00') };
    refused(() => extend(again, further, county('2020-02-14 14:00'), noCalendar), 'EXTENSION_USED_UP');
  });
});

describe('a task that was accepted 14 Feb 10:00 and is transferred at 12:00', () => {
  const { left, opened } = transfer(inWork, how, now, rules);
  const [acceptance, solution] = inWork.clocks;

  it('ends, and its clock with it', () => {
    const told = { successorId: nextId, toTaskForce: 'LABOUR', transferredBy: 'testing-lead' };
    expect(left).toEqual({
      state: cached({
        ...inWork,
        status: 'TRANSFERRED',
        handedOnAt: now,
        handedOnBy: 'testing-lead',
        handedOnReason: '属用工事项',
        clocks: [acceptance!, end(solution!, 'CANCELLED', now, noCalendar)],
      }),
      events: [
        taskTransferred({
          ...{ taskId, issueId, commonIssueId: null, round, domain, taskForce: 'TESTING' },
          ...told,
          transferredAt: now.toISOString(),
        }),
      ],
    });
  });

  it("goes on as a new task that waits to be accepted, in which the firm's clock runs on", () => {
    const firm = carriedOn(solution!, 'FIRM');
    const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT2H'), warnAt: [75], policyVersion: 2 } as const;
    const own = startClock(terms, now, noCalendar);
    expect(opened).toEqual({
      state: cached({
        ...aTask(),
        ...untouched,
        id: nextId,
        taskForceCode: 'LABOUR',
        policyVersion: 2,
        predecessorId: taskId,
        firstDispatchedAt: inWork.dispatchedAt,
        hops: 1,
        dispatchedAt: now,
        clocks: [firm, own],
      }),
      events: [
        taskOpened({
          ...{ taskId: nextId, issueId, round, domain, taskForce: 'LABOUR' },
          openedAt: now.toISOString(),
          acceptanceDueAt: county('2020-02-14 14:00').toISOString(),
          predecessorId: taskId,
          firmDueAt: county('2020-02-15 10:00').toISOString(),
        }),
      ],
    });
  });

  it("and accepted at 13:00 is due 15 Feb 13:00, the firm's still 15 Feb 10:00", () => {
    const due = dueOf(aTransferredTask(county('2020-02-14 13:00')));
    expect([due['SOLUTION'], due['FIRM']]).toEqual([county('2020-02-15 13:00'), county('2020-02-15 10:00')]);
  });

  it.each([
    [0, []],
    [1, ['taskforce.firm-clock.breached.v1']],
  ])(
    "and solved %d ms after the firm's deadline meets its own clock, and the firm's if it is in time",
    (ms, missed) => {
      const at = later(county('2020-02-15 10:00'), ms);
      const told = { text: '办妥', measures: [], attachments: [], by: otherLead };
      const { state, events } = proposeSolution(aTransferredTask(county('2020-02-14 13:00')), told, at, noCalendar);
      expect(events.map(({ type }) => type)).toEqual([...missed, 'taskforce.task.solved.v1']);
      const ends = Object.fromEntries(state.clocks.map(({ kind, history }) => [kind, history.at(-1)!.type]));
      expect(ends).toEqual({ FIRM: ms === 0 ? 'MET' : 'BREACHED', ACCEPTANCE: 'MET', SOLUTION: 'MET' });
      expect([state.overdue, state.nextDueAt]).toEqual([false, null]);
    },
  );

  it('that is never accepted does not escape: both its clocks are missed, each once, at their true time', () => {
    const { state, events } = breach(aTransferredTask(), county('2020-02-16 14:00:00.001'), noCalendar);
    expect(events.map(({ type, data }) => [type, data['clock'] ?? 'FIRM', data['dueAt']])).toEqual([
      ['taskforce.firm-clock.breached.v1', 'FIRM', county('2020-02-15 10:00').toISOString()],
      ['taskforce.task.breached.v1', 'ACCEPTANCE', county('2020-02-14 14:00').toISOString()],
      ['taskforce.task.breached.v1', 'SOLUTION', county('2020-02-15 14:00').toISOString()],
    ]);
    expect(breach(state, county('2020-02-20 10:00'), noCalendar).events).toEqual([]);
  });
});

describe('a transfer', () => {
  it('late takes the breach along, which is recorded once', () => {
    const late = county('2020-02-15 10:00:00.001');
    const { left, opened } = transfer(inWork, how, late, rules);
    const missed = miss(inWork.clocks[1]!, late, noCalendar);
    expect(left.events.map(({ type }) => type)).toEqual([
      'taskforce.task.breached.v1',
      'taskforce.task.transferred.v1',
    ]);
    expect(left.events[0]).toEqual(
      taskBreached({
        ...{ taskId, issueId, round, domain, taskForce: 'TESTING', clock: 'SOLUTION' },
        dueAt: missed.dueAt!.toISOString(),
        noticedAt: late.toISOString(),
      }),
    );
    expect(opened.state.clocks[0]).toEqual(carriedOn(missed, 'FIRM'));
    expect(opened.state.overdue).toBe(true);
    expect(breach(opened.state, late, noCalendar).events).toEqual([]);
  });

  it("again carries the firm's clock on, not that of the task force in between, and counts the hops", () => {
    const second = aTransferredTask(county('2020-02-14 13:00'));
    const again = { ...how, id: '019c5a00-0000-7000-8000-00000000000c', to: working('LOGISTICS'), by: otherLead };
    const { state } = transfer(second, again, county('2020-02-14 15:00'), rules).opened;
    expect([state.hops, dueOf(state)['FIRM'], state.firstDispatchedAt]).toEqual([
      2,
      county('2020-02-15 10:00'),
      inWork.dispatchedAt,
    ]);
  });

  it('of a round that was returned once cannot be returned again', () => {
    const ordered = { ...inWork, mustAccept: true };
    expect(transfer(ordered, how, now, rules).opened.state.mustAccept).toBe(true);
  });

  it('keeps who helps, but the one that gets it', () => {
    const helped = { ...inWork, coHandlers: ['LABOUR', 'LOGISTICS'] };
    expect(transfer(helped, how, now, rules).opened.state.coHandlers).toEqual(['LOGISTICS']);
  });

  it('of the task of a common issue is announced as of one', () => {
    const common = aCommonTask({ acceptedAt: county('2020-02-14 10:00') });
    const { opened } = transfer(common, { ...how, by: analyst }, now, rules);
    expect(opened.events.map(({ type }) => type)).toEqual(['taskforce.common-task.opened.v1']);
  });

  it('is for its own lead and the centre, of a task in work, to another task force that there is', () => {
    expect(transfer(inWork, { ...how, by: analyst }, now, rules).left.state.handedOnBy).toBe('analyst-1');
    refused(() => transfer(inWork, { ...how, by: otherLead }, now, rules), 'TASK_OF_OTHER_TASK_FORCE', 'taskId');
    refused(() => transfer(inWork, { ...how, to: working('TESTING') }, now, rules), 'TASK_FORCE_IS_LEAD', 'taskForce');
    const gone = { ...how, to: { code: 'LABOUR', known: true, dissolvedAt: now } };
    refused(() => transfer(inWork, gone, now, rules), 'TASK_FORCE_DISSOLVED', 'taskForce');
    const unknown = { ...how, to: { code: 'NOWHERE', known: false, dissolvedAt: null } };
    refused(() => transfer(inWork, unknown, now, rules), 'TASK_FORCE_UNKNOWN', 'taskForce');
  });
});

describe('what waits to be accepted, or stands still', () => {
  const paused = { reason: 'WAITING_FOR_FIRM', note: null, by: 'analyst-1' } as const;
  const suspended = suspend(inWork, paused, county('2020-02-14 11:00'), noCalendar).state;

  it('is moved by the centre, not by its task force', () => {
    for (const task of [aTask(), suspended]) {
      expect(transfer(task, { ...how, by: analyst }, now, rules).left.state.status).toBe('TRANSFERRED');
      refused(() => transfer(task, how, now, rules), 'TASK_STATUS_FORBIDS_MOVE');
    }
  });

  it('and was never accepted gets a new acceptance clock elsewhere; the solution clock that its lateness started is the firm’s', () => {
    const inTime = transfer(aTask(), { ...how, by: analyst }, county('2020-02-14 11:00'), rules).opened.state;
    expect(dueOf(inTime)).toEqual({ ACCEPTANCE: county('2020-02-14 13:00') });
    const late = transfer(aTask(), { ...how, by: analyst }, county('2020-02-14 13:00'), rules);
    const { acceptDueAt } = aTask();
    expect(late.left.state.acceptMissed).toBe(true);
    expect(dueOf(late.opened.state)).toEqual({
      ACCEPTANCE: county('2020-02-14 15:00'),
      FIRM: later(acceptDueAt, 24 * 3_600_000),
    });
  });

  it("and was suspended goes on: the firm's clock runs from then on with what was left, and no pause was forgotten", () => {
    const { left, opened } = transfer(suspended, { ...how, by: analyst }, county('2020-02-14 15:00'), rules);
    expect(left.state).toMatchObject({ status: 'TRANSFERRED', nextDueAt: null, wakeAt: null, overdue: false });
    expect(opened.state).toMatchObject({ status: 'DISPATCHED', suspendedAt: null, suspensionReason: null });
    expect(dueOf(opened.state)).toEqual({
      ACCEPTANCE: county('2020-02-14 17:00'),
      FIRM: county('2020-02-15 14:00'),
    });
    expect(opened.events.map(({ data }) => data['firmDueAt'])).toEqual([county('2020-02-15 14:00').toISOString()]);
  });
});
