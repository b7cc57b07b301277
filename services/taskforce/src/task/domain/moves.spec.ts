import { describe, expect, it } from '@jest/globals';
import { aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { analyst, aTransferredTask, nextId, ownLead, rules, working } from '../../../test/life-builders.ts';
import { accept } from './accept.ts';
import { cancel } from './cancel.ts';
import { close } from './close.ts';
import { addCoHandler } from './co-handle.ts';
import { extend } from './extend.ts';
import { proposeSolution } from './propose-solution.ts';
import { readmit } from './readmit.ts';
import { redispatch } from './redispatch.ts';
import { rejectSolution } from './reject-solution.ts';
import { resume } from './resume.ts';
import { returnTask } from './return.ts';
import { settle } from './settle.ts';
import { suspend } from './suspend.ts';
import { moves, taskStatuses, type Task, type TaskMove, type TaskStatus } from './task.ts';
import { transfer } from './transfer.ts';
import { unsettle } from './unsettle.ts';

const now = county('2020-02-14 11:00');
const acceptedAt = county('2020-02-14 10:00');
const batch = { guidanceId: nextId, guidanceVersion: 1, batchId: nextId, at: now };

/** A task that came into that state along the table. */
const tasks: Record<TaskStatus, () => Task> = {
  DISPATCHED: () => aTask(),
  ACCEPTED: () => aTask({ acceptedAt }),
  SUSPENDED: () =>
    suspend(tasks.ACCEPTED(), { reason: 'FORCE_MAJEURE', note: null, by: 'analyst-1' }, now, noCalendar).state,
  SOLUTION_PROPOSED: () => aTask({ acceptedAt, proposedAt: now }),
  RETURNED: () => returnTask(aTask(), { reason: '退', by: lead, within: 'PT2H' }, now, noCalendar).state,
  TRANSFERRED: () =>
    transfer(tasks.ACCEPTED(), { id: nextId, to: working('LABOUR'), reason: '转', by: ownLead }, now, rules).left.state,
  CLOSED: () => close(aTask(), { because: 'WRITTEN_OFF' }, now, noCalendar).state,
  CANCELLED: () =>
    cancel(tasks.SOLUTION_PROPOSED(), { because: 'MERGED', commonIssueId: null, at: now }, now, noCalendar).state,
};

interface Outcome {
  readonly state: Task;
  readonly opened?: Task;
}

/** Every move as it is decided; notices by hand and supervisions are documents, decided elsewhere. */
const decisions: Record<Exclude<TaskMove, 'urge' | 'supervise'>, (task: Task) => Outcome> = {
  accept: (task) => accept(task, { by: lead }, now, noCalendar),
  return: (task) => returnTask(task, { reason: '退', by: lead, within: 'PT2H' }, now, noCalendar),
  redispatch: (task) => {
    const { left, opened } = redispatch(task, { id: nextId, to: working('LABOUR'), orderToAccept: false }, now, rules);
    return { state: left.state, opened: opened.state };
  },
  transfer: (task) => {
    const how = { id: nextId, to: working('LABOUR'), reason: '转', by: ownLead };
    const { left, opened } = transfer(task, how, now, rules);
    return { state: left.state, opened: opened.state };
  },
  transferByCentre: (task) => {
    const how = { id: nextId, to: working('LABOUR'), reason: '转', by: analyst };
    const { left, opened } = transfer(task, how, now, rules);
    return { state: left.state, opened: opened.state };
  },
  suspend: (task) => suspend(task, { reason: 'FORCE_MAJEURE', note: null, by: 'analyst-1' }, now, noCalendar),
  resume: (task) => resume(task, { by: 'analyst-1', reason: null, note: null }, now, noCalendar),
  extend: (task) =>
    extend(
      // while it waits it has a deadline to extend where the firm's clock runs
      task.status === 'DISPATCHED' ? aTransferredTask() : task,
      { until: later(acceptedAt, 48 * 3_600_000), reason: '延', by: 'commander-1', atMost: 'P30D' },
      now,
      noCalendar,
    ),
  coHandle: (task) => addCoHandler(task, { helper: working('LABOUR'), by: analyst }, now),
  proposeSolution: (task) =>
    proposeSolution(task, { text: '办妥', measures: [], attachments: [], by: lead }, now, noCalendar),
  rejectSolution: (task) => rejectSolution(task, { reason: '无效', by: 'analyst-1' }, now, noCalendar),
  settle: (task) => settle(task, batch, now, noCalendar),
  // a solution that came from a batch
  unsettle: (task) =>
    unsettle(task.status === 'SOLUTION_PROPOSED' ? { ...task, ...batch } : task, { at: now }, now, noCalendar),
  close: (task) => close(task, { because: 'WRITTEN_OFF' }, now, noCalendar),
  cancel: (task) => cancel(task, { because: 'MERGED', commonIssueId: null, at: now }, now, noCalendar),
  readmit: (task) => readmit(task, { at: now }),
};

const cases = (Object.keys(decisions) as (keyof typeof decisions)[]).flatMap((move) =>
  taskStatuses.map((status) => ({ move, status })),
);
const allowed = cases.filter(({ move, status }) => (moves[move].from as readonly TaskStatus[]).includes(status));

describe('the transition table is what is decided', () => {
  it.each(allowed)('$move of a $status task leads where the table says', ({ move, status }) => {
    const { state, opened } = decisions[move](tasks[status]());
    const to: readonly TaskStatus[] = moves[move].to;
    expect(to.length === 0 ? [status] : to).toContain(state.status);
    const way = moves[move];
    expect(opened?.status).toBe('opens' in way ? way.opens : undefined);
  });

  it.each(cases.filter((one) => !allowed.includes(one)))('$move of a $status task is refused', ({ move, status }) => {
    const message = `问题 20200214-0042 的任务处于 ${status} 状态,不能执行 ${move}`;
    const forbidden = { code: 'TASK_STATUS_FORBIDS_MOVE', message };
    expect(() => decisions[move](tasks[status]())).toThrow(expect.objectContaining(forbidden));
  });

  it('and every state that it knows is reached', () => {
    const reached = Object.entries(tasks).map(([status, made]) => [status, made().status]);
    expect(reached.filter(([status, is]) => status !== is)).toEqual([]);
    const ends = new Set<TaskStatus>(Object.values(moves).flatMap(({ to }) => [...to]));
    expect([...ends].toSorted()).toEqual(taskStatuses.toSorted());
  });

  it('a reverted batch leaves each task as it found it', () => {
    for (const status of moves.settle.from) {
      const settled = settle(tasks[status](), batch, now, noCalendar).state;
      expect(unsettle(settled, { at: now }, now, noCalendar).state.status).toBe(status);
    }
  });
});
