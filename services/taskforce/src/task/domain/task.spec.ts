import { describe, expect, it } from '@jest/globals';
import { aTask, county, lead, noCalendar } from '../../../test/builders.ts';
import { breach } from './breach.ts';
import { assertMove, assertOwn, cached, taskStatuses, type TaskMove } from './task.ts';

const allowed: Record<TaskMove, string[]> = {
  accept: ['DISPATCHED'],
  proposeSolution: ['ACCEPTED'],
  return: ['DISPATCHED'],
  redispatch: ['RETURNED'],
  transfer: ['ACCEPTED'],
  transferByCentre: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'],
  suspend: ['ACCEPTED'],
  resume: ['SUSPENDED'],
  extend: ['DISPATCHED', 'ACCEPTED'],
  coHandle: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'],
  urge: ['DISPATCHED', 'ACCEPTED'],
  supervise: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED', 'SOLUTION_PROPOSED'],
  rejectSolution: ['SOLUTION_PROPOSED'],
  settle: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'],
  unsettle: ['SOLUTION_PROPOSED'],
  close: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED', 'SOLUTION_PROPOSED'],
  cancel: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED', 'SOLUTION_PROPOSED'],
  readmit: ['CANCELLED'],
};

describe('a task', () => {
  const cases = (Object.keys(allowed) as TaskMove[]).flatMap((move) =>
    taskStatuses.map((status) => ({ move, status })),
  );
  it.each(cases)('that is $status allows $move only where the state table says so', ({ move, status }) => {
    const refusal = {
      code: 'TASK_STATUS_FORBIDS_MOVE',
      message: `问题 20200214-0042 的任务处于 ${status} 状态,不能执行 ${move}`,
      field: null,
    };
    const said = expect(() => assertMove(aTask({ status }), move));
    if (allowed[move].includes(status)) said.not.toThrow();
    else said.toThrow(expect.objectContaining(refusal));
  });

  it.each([{ taskForce: 'LABOUR' }, { taskForce: null }, { taskForce: '' }])(
    'is touched by nobody of $taskForce',
    ({ taskForce }) => {
      const refusal = { code: 'TASK_OF_OTHER_TASK_FORCE', message: '问题 20200214-0042 的任务由其他专班承办' };
      expect(() => assertOwn(aTask(), { ...lead, taskForce })).toThrow(expect.objectContaining(refusal));
      expect(() => assertOwn(aTask(), lead)).not.toThrow();
    },
  );

  it('is overdue while what the missed deadline asked for is still to be done', () => {
    const unaccepted = breach(aTask(), county('2020-02-14 11:31'), noCalendar).state;
    const unsolved = breach(
      aTask({ acceptedAt: county('2020-02-14 10:00') }),
      county('2020-02-15 10:01'),
      noCalendar,
    ).state;
    const after = (status: 'ACCEPTED' | 'SOLUTION_PROPOSED' | 'CLOSED', task = unaccepted) =>
      cached({ ...task, status }).overdue;
    expect([aTask().overdue, unaccepted.overdue, unsolved.overdue]).toEqual([false, true, true]);
    expect([
      after('ACCEPTED'),
      after('ACCEPTED', unsolved),
      after('SOLUTION_PROPOSED', unsolved),
      after('CLOSED'),
    ]).toEqual([false, true, false, false]);
  });
});
