import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskReturned } from '@qifutong/contracts/taskforce/task-returned';
import { aCommonTask, aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { type Clock } from '../../clock/domain/clock.ts';
import { end, miss, startClock } from '../../clock/domain/clock-moves.ts';
import { elapsed } from '../../../test/builders.ts';
import { returnTask } from './return.ts';
import type { Task } from './task.ts';

const told = { reason: '不属检测事项', by: lead, within: 'PT2H' };
const last = county('2020-02-14 11:30');
const returning = (task: Task, now: Date) => returnTask(task, told, now, noCalendar);
const { id: taskId, issueId } = aTask();
const named = { taskId, issueId, commonIssueId: null, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;
const handed = (now: Date) => ({ handedOnAt: now, handedOnBy: 'testing-lead', handedOnReason: told.reason });
const ended = { status: 'RETURNED', awaitsRedispatch: true, nextDueAt: null, wakeAt: null } as const;

describe('a task that was dispatched at 09:30', () => {
  it.each([-1, 0])('is returned %d ms after 11:30: it ends, and the centre has it to dispatch anew', (ms) => {
    const now = later(last, ms);
    const task = aTask();
    const clocks = [end(task.clocks[0]!, 'CANCELLED', now, noCalendar)];
    expect(returning(task, now)).toEqual({
      state: { ...task, ...ended, ...handed(now), clocks },
      events: [taskReturned({ ...named, returnedBy: 'testing-lead', returnedAt: now.toISOString() })],
    });
  });

  it('is not returned 1 ms after 11:30', () => {
    expect(() => returning(aTask(), later(last, 1))).toThrow(
      expect.objectContaining({
        code: 'TASK_RETURN_TOO_LATE',
        message: '问题 20200214-0042 的任务已过退单时限 PT2H,不能退单',
        field: null,
      }),
    );
  });

  it('keeps the acceptance that was missed before it was returned; the solution clock that this started falls away, and runs on for the firm', () => {
    const acceptance = { kind: 'ACCEPTANCE', limit: elapsed('PT30M'), warnAt: [], policyVersion: 1 } as const;
    const urgent = aTask({ clocks: [startClock(acceptance, county('2020-02-14 09:30'), noCalendar)] });
    const [due, now] = [county('2020-02-14 10:00'), county('2020-02-14 11:00')];
    const { state, events } = returning(urgent, now);
    const missed = miss(urgent.clocks[0]!, now, noCalendar);
    const terms = { kind: 'SOLUTION', limit: elapsed('PT24H'), warnAt: [75], policyVersion: 1 } as const;
    const ran = startClock(terms, due, noCalendar);
    const solution: Clock = end(ran, 'CANCELLED', now, noCalendar);
    expect(state.clocks).toEqual([{ ...ran, kind: 'FIRM' }, missed, solution]);
    expect([state.status, state.overdue, state.acceptMissed]).toEqual(['RETURNED', false, true]);
    const promised = county('2020-02-15 10:00');
    expect([state.nextDueAt, state.deadlineAt, state.wakeAt]).toEqual([promised, promised, later(promised, 1)]);
    const at = { dueAt: due.toISOString(), noticedAt: now.toISOString() };
    const { commonIssueId: _, ...ofIssue } = named;
    expect(events).toEqual([
      taskBreached({ ...ofIssue, clock: 'ACCEPTANCE', ...at }),
      taskReturned({
        ...named,
        ...{ returnedBy: 'testing-lead', returnedAt: now.toISOString(), firmDueAt: promised.toISOString() },
      }),
    ]);
  });

  it('is not returned while a supervision of it is open: the centre alone hands it on', () => {
    expect(() => returnTask(aTask(), { ...told, supervised: true }, last, noCalendar)).toThrow(
      expect.objectContaining({
        code: 'TASK_SUPERVISED',
        message: 'taskId:问题 20200214-0042 的任务正在督办,只能由指挥中心转办',
        field: 'taskId',
      }),
    );
  });

  it('of a common issue is returned alike', () => {
    const common = aCommonTask();
    const { state, events } = returning(common, last);
    expect([state.status, state.awaitsRedispatch]).toEqual(['RETURNED', true]);
    expect(events.map(({ data }) => [data['issueId'], data['commonIssueId']])).toEqual([[null, common.commonIssueId]]);
  });

  it('is returned by nobody else, not twice a round, and not once it is accepted', () => {
    const now = county('2020-02-14 10:00');
    const by = { sub: 'labour-lead', taskForce: 'LABOUR' };
    expect(() => returnTask(aTask(), { ...told, by }, now, noCalendar)).toThrow(
      expect.objectContaining({ code: 'TASK_OF_OTHER_TASK_FORCE' }),
    );
    expect(() => returning(aTask({ mustAccept: true }), now)).toThrow(
      expect.objectContaining({
        code: 'TASK_MUST_BE_ACCEPTED',
        message: '问题 20200214-0042 的任务须予接单:本轮已退单一次,或已责令接单',
      }),
    );
    expect(() => returning(aTask({ acceptedAt: now }), now)).toThrow(
      expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' }),
    );
  });
});
