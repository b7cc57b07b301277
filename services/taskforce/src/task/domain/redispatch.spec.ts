import { describe, expect, it } from '@jest/globals';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { aTask, county, elapsed, lead, noCalendar } from '../../../test/builders.ts';
import { nextId, otherLead, rules, working } from '../../../test/life-builders.ts';
import { startClock } from '../../clock/domain/clock-moves.ts';
import { accept } from './accept.ts';
import { breach } from './breach.ts';
import { forgo, takeUpAgain } from './forgo.ts';
import { redispatch } from './redispatch.ts';
import { returnTask } from './return.ts';
import { untouched, type Task } from './task.ts';

const at = county('2020-02-14 10:30');
const now = county('2020-02-14 11:00');
const returned = (task: Task = aTask()) =>
  returnTask(task, { reason: '不属检测事项', by: lead, within: 'PT2H' }, at, noCalendar).state;
const to = (code: string, orderToAccept = false) => ({ id: nextId, to: working(code), orderToAccept });
const refused = (work: () => unknown, code: string, field: string | null = null) =>
  expect(work).toThrow(expect.objectContaining({ code, field }));

describe('a returned task', () => {
  it('is dispatched anew: a new task of the round with its own acceptance clock, which cannot be returned', () => {
    const before = returned();
    const { left, opened } = redispatch(before, to('LABOUR'), now, rules);
    expect(left).toEqual({ state: { ...before, awaitsRedispatch: false }, events: [] });
    const acceptance = { kind: 'ACCEPTANCE', limit: elapsed('PT2H'), warnAt: [75], policyVersion: 2 } as const;
    const clock = startClock(acceptance, now, noCalendar);
    const { issueId, round, domain } = aTask();
    expect(opened).toEqual({
      state: {
        ...aTask(),
        ...untouched,
        id: nextId,
        predecessorId: before.id,
        firstDispatchedAt: before.dispatchedAt,
        mustAccept: true,
        taskForceCode: 'LABOUR',
        policyVersion: 2,
        dispatchedAt: now,
        clocks: [clock],
        nextDueAt: clock.dueAt,
        wakeAt: opened.state.wakeAt,
        acceptDueAt: clock.dueAt,
        deadlineAt: clock.dueAt,
      },
      events: [
        taskOpened({
          taskId: nextId,
          issueId: issueId,
          round,
          domain,
          taskForce: 'LABOUR',
          openedAt: now.toISOString(),
          acceptanceDueAt: clock.dueAt!.toISOString(),
          predecessorId: before.id,
          firmDueAt: null,
        }),
      ],
    });
    refused(
      () => returnTask(opened.state, { reason: '再退', by: otherLead, within: 'PT2H' }, now, noCalendar),
      'TASK_MUST_BE_ACCEPTED',
    );
  });

  it('goes back to the same task force with the order to accept, and only so', () => {
    refused(() => redispatch(returned(), to('TESTING'), now, rules), 'ACCEPTANCE_ORDER_REQUIRED', 'orderToAccept');
    const { state } = redispatch(returned(), to('TESTING', true), now, rules).opened;
    expect([state.taskForceCode, state.mustAccept, state.status]).toEqual(['TESTING', true, 'DISPATCHED']);
  });

  it('goes to no task force that is unknown or dissolved', () => {
    const gone = { code: 'LABOUR', known: true, dissolvedAt: at };
    const unknown = { code: 'NOWHERE', known: false, dissolvedAt: null };
    refused(
      () => redispatch(returned(), { ...to('LABOUR'), to: gone }, now, rules),
      'TASK_FORCE_DISSOLVED',
      'taskForce',
    );
    refused(() => redispatch(returned(), { ...to('X'), to: unknown }, now, rules), 'TASK_FORCE_UNKNOWN', 'taskForce');
  });

  it('whose acceptance had been missed leaves nothing: its solution clock runs on as the firm’s, as if it had never stopped', () => {
    const terms = { kind: 'ACCEPTANCE', limit: elapsed('PT30M'), warnAt: [], policyVersion: 1 } as const;
    const urgent = aTask({
      clocks: [startClock(terms, county('2020-02-14 09:30'), noCalendar)],
      solveWithin: elapsed('PT8H'),
    });
    const evening = county('2020-02-14 18:00:00.001');
    const { state } = redispatch(returned(urgent), to('LABOUR'), evening, rules).opened;
    const due = county('2020-02-14 18:00');
    expect(state.clocks.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['FIRM', due],
      ['ACCEPTANCE', county('2020-02-14 20:00:00.001')],
    ]);
    const { state: after, events } = breach(state, evening, noCalendar);
    expect(events.map(({ type, data }) => [type, data['dueAt']])).toEqual([
      ['taskforce.firm-clock.breached.v1', due.toISOString()],
    ]);
    const inWork = accept(after, { by: otherLead }, evening, noCalendar).state;
    expect(inWork.clocks.map(({ kind }) => kind)).toEqual(['FIRM', 'ACCEPTANCE', 'SOLUTION']);
    expect([inWork.overdue, inWork.policyVersion]).toEqual([true, 2]);
  });

  it('is dispatched anew once, and not when its issue went another way', () => {
    const once = redispatch(returned(), to('LABOUR'), now, rules).left.state;
    const cases = [once, forgo(returned(), null).state, aTask()];
    const codes = ['TASK_NOT_AWAITING_DISPATCH', 'TASK_NOT_AWAITING_DISPATCH', 'TASK_STATUS_FORBIDS_MOVE'];
    for (const [i, task] of cases.entries()) refused(() => redispatch(task, to('LABOUR'), now, rules), codes[i]!);
  });

  it('that a batch settled waits again when the batch is reverted', () => {
    const guidance = { guidanceId: nextId, guidanceVersion: 1, batchId: nextId };
    const settled = forgo(returned(), { ...guidance, at }).state;
    expect(settled).toEqual({ ...returned(), ...guidance, proposedAt: at, awaitsRedispatch: false });
    expect(takeUpAgain(settled).state).toEqual(returned());
  });
});
