import { describe, expect, it } from '@jest/globals';
import { commonTaskBreached } from '@qifutong/contracts/taskforce/common-task-breached';
import { commonTaskSolved } from '@qifutong/contracts/taskforce/common-task-solved';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskSettled } from '@qifutong/contracts/taskforce/task-settled';
import { aCommonTask, aTask, county, later, noCalendar } from '../../../test/builders.ts';
import type { Clock } from '../../clock/domain/clock.ts';
import { settle, settleCommon } from './settle.ts';
import { NEVER } from './task.ts';

const guidance = { guidanceId: '019c5a00-0000-7000-8000-000000000004', guidanceVersion: 2 };
const batchId = '019c5a00-0000-7000-8000-000000000005';
const acceptedAt = county('2020-02-14 10:00');
const due = county('2020-02-15 10:00');
const inWork = aTask({ acceptedAt });
const [acceptance, solution] = inWork.clocks as [Clock, Clock];
const named = {
  taskId: inWork.id,
  issueId: inWork.issueId,
  round: 1,
  domain: 'TESTING',
  taskForce: 'TESTING',
} as const;
const settled = {
  status: 'SOLUTION_PROPOSED',
  ...guidance,
  batchId,
  nextDueAt: null,
  wakeAt: null,
  overdue: false,
  deadlineAt: NEVER,
} as const;

function told(at: Date) {
  return taskSettled({ ...named, ...guidance, batchId, settledAt: at.toISOString() });
}

describe('a task whose issue a batch settled', () => {
  it.each([-1, 0])('%d ms after its deadline has met it, however late that is heard of', (ms) => {
    const at = later(due, ms);
    const met = { ...solution, history: [...solution.history, { type: 'MET', at }] };
    expect(settle(inWork, { ...guidance, batchId, at }, later(due, 86_400_000), noCalendar)).toEqual({
      state: { ...inWork, ...settled, proposedAt: at, clocks: [acceptance, met] },
      events: [told(at)],
    });
  });

  it('1 ms after its deadline has missed it', () => {
    const [at, noticedAt] = [later(due, 1), later(due, 50)];
    const missed = { ...solution, history: [...solution.history, { type: 'BREACHED', at: due, noticedAt }] };
    const clock = { clock: 'SOLUTION', dueAt: due.toISOString(), noticedAt: noticedAt.toISOString() } as const;
    expect(settle(inWork, { ...guidance, batchId, at }, noticedAt, noCalendar)).toEqual({
      state: { ...inWork, ...settled, solveMissed: true, proposedAt: at, clocks: [acceptance, missed] },
      events: [taskBreached({ ...named, ...clock }), told(at)],
    });
  });

  it('before anybody accepted it is not to be accepted any more', () => {
    const at = county('2020-02-14 11:00');
    const waiting = aTask();
    const [accepting] = waiting.clocks as [Clock];
    const fallen = { ...accepting, history: [...accepting.history, { type: 'CANCELLED', at }] };
    expect(settle(waiting, { ...guidance, batchId, at }, at, noCalendar)).toEqual({
      state: { ...waiting, ...settled, proposedAt: at, clocks: [fallen] },
      events: [told(at)],
    });
  });

  it('before it was accepted, which was heard of first, is solved when it was accepted: no solution is older', () => {
    const at = county('2020-02-14 09:45');
    expect(settle(inWork, { ...guidance, batchId, at }, acceptedAt, noCalendar).state.proposedAt).toEqual(acceptedAt);
  });

  it('keeps the solution of its own that came first', () => {
    const own = aTask({ acceptedAt, proposedAt: county('2020-02-14 11:00') });
    const refused = expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' });
    expect(() => settle(own, { ...guidance, batchId, at: due }, due, noCalendar)).toThrow(refused);
  });
});

describe('the task of a common issue whose guidance was published', () => {
  const common = aCommonTask({ acceptedAt });
  const about = {
    taskId: common.id,
    commonIssueId: common.commonIssueId!,
    domain: 'TESTING',
    taskForce: 'TESTING',
  } as const;
  const solvedAt = (at: Date) => commonTaskSolved({ ...about, solvedBy: 'analyst-1', solvedAt: at.toISOString() });

  it('is solved by it', () => {
    const at = county('2020-02-14 20:00');
    const met = { ...solution, history: [...solution.history, { type: 'MET', at }] };
    expect(settleCommon(common, { ...guidance, at, by: 'analyst-1' }, later(at, 9), noCalendar)).toEqual({
      state: {
        ...common,
        ...settled,
        batchId: null,
        proposedAt: at,
        proposedBy: 'analyst-1',
        clocks: [acceptance, met],
      },
      events: [solvedAt(at)],
    });
  });

  it('too late has breached before', () => {
    const at = later(due, 1);
    const { state, events } = settleCommon(common, { ...guidance, at, by: 'analyst-1' }, at, noCalendar);
    const clock = { clock: 'SOLUTION', dueAt: due.toISOString(), noticedAt: at.toISOString() } as const;
    expect(events).toEqual([commonTaskBreached({ ...about, ...clock }), solvedAt(at)]);
    expect([state.status, state.overdue]).toEqual(['SOLUTION_PROPOSED', false]);
  });
});
