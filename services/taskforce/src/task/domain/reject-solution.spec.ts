import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskSolutionRejected } from '@qifutong/contracts/taskforce/task-solution-rejected';
import { aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { aTransferredTask, otherLead } from '../../../test/life-builders.ts';
import { revokeEnd } from '../../clock/domain/clock-moves.ts';
import { breach } from './breach.ts';
import { proposeSolution } from './propose-solution.ts';
import { rejectSolution } from './reject-solution.ts';
import { settle } from './settle.ts';
import { cached, type Task } from './task.ts';

const acceptedAt = county('2020-02-14 10:00');
const due = county('2020-02-15 10:00');
const told = { reason: '企业反映未采样', by: 'analyst-1' };
const solutionOf = (text: string) => ({ text, measures: ['派车'], attachments: ['f-1'], by: lead });
const solved = (at: Date, task: Task = aTask({ acceptedAt }), text = '已安排采样') =>
  proposeSolution(task, solutionOf(text), at, noCalendar).state;
const rejecting = (task: Task, now: Date) => rejectSolution(task, told, now, noCalendar);
const { id: taskId, issueId, round, domain } = aTask();
const named = { taskId, issueId, round, domain, taskForce: 'TESTING' } as const;
const announced = (solvedAt: Date, now: Date) =>
  taskSolutionRejected({
    ...named,
    commonIssueId: null,
    solvedAt: solvedAt.toISOString(),
    rejectedBy: 'analyst-1',
    rejectedAt: now.toISOString(),
  });

describe('a solution that was proposed 15 Feb 09:00, an hour before the deadline', () => {
  const proposedAt = county('2020-02-15 09:00');
  const inWork = aTask({ acceptedAt });

  it.each([-1, 0])('and is found ineffective %d ms after the deadline never stopped the clock', (ms) => {
    const now = later(due, ms);
    const kept = {
      text: '已安排采样',
      measures: ['派车'],
      attachments: ['f-1'],
      proposedAt,
      proposedBy: 'testing-lead',
    };
    const ineffective = { ...kept, rejectedAt: now, rejectedBy: 'analyst-1', reason: '企业反映未采样' };
    const clocks = solved(proposedAt).clocks.map((clock, i) => (i === 1 ? revokeEnd(clock, now, noCalendar) : clock));
    expect(rejecting(solved(proposedAt), now)).toEqual({
      state: cached({ ...inWork, ineffectiveSolutions: [ineffective], clocks }),
      events: [announced(proposedAt, now)],
    });
    expect(rejecting(solved(proposedAt), now).state.nextDueAt).toEqual(due);
  });

  it('and is found ineffective 1 ms after it turns out to have missed it, at its true due time', () => {
    const now = later(due, 1);
    const { state, events } = rejecting(solved(proposedAt), now);
    const missed = { clock: 'SOLUTION', dueAt: due.toISOString(), noticedAt: now.toISOString() } as const;
    expect(events).toEqual([announced(proposedAt, now), taskBreached({ ...named, ...missed })]);
    expect([state.status, state.overdue, state.solveMissed, state.solveDueAt]).toEqual(['ACCEPTED', true, true, due]);
    expect(breach(state, later(due, 9_000), noCalendar).events).toEqual([]);
  });

  it('is found ineffective within the county day, to its last millisecond', () => {
    const last = county('2020-02-15 23:59:59.999');
    expect(rejecting(solved(proposedAt), last).state.status).toBe('ACCEPTED');
    expect(() => rejecting(solved(proposedAt), later(last, 1))).toThrow(
      expect.objectContaining({
        code: 'SOLUTION_STANDS',
        message: '问题 20200214-0042 的方案于 2020-02-15 提出,须在当日内认定无效',
      }),
    );
  });
});

describe('a solution found ineffective', () => {
  const first = county('2020-02-14 11:00');
  const second = county('2020-02-14 15:00');

  it('may be followed by another, also an ineffective one; all are kept, and the clock was met by the last', () => {
    const once = rejecting(solved(first), county('2020-02-14 12:00')).state;
    const twice = rejecting(solved(second, once, '再次安排'), county('2020-02-14 16:00')).state;
    const done = solved(county('2020-02-15 09:00'), twice, '已采样');
    expect(done.ineffectiveSolutions.map(({ text }) => text)).toEqual(['已安排采样', '再次安排']);
    expect(done.clocks[1]!.history.map(({ type }) => type)).toEqual([
      'STARTED',
      'MET',
      'REVOKED',
      'MET',
      'REVOKED',
      'MET',
    ]);
    expect([done.status, done.nextDueAt, done.solutionText]).toEqual(['SOLUTION_PROPOSED', null, '已采样']);
  });

  it('erases no breach that was there before, and brings none a second time', () => {
    const late = solved(later(due, 60_000));
    const { state, events } = rejecting(late, later(due, 120_000));
    expect(events.map(({ type }) => type)).toEqual(['taskforce.task.solution-rejected.v1']);
    expect([state.overdue, state.clocks[1]]).toEqual([true, late.clocks[1]]);
  });

  it("lets the firm's own clock run on too", () => {
    const accepted = aTransferredTask(county('2020-02-14 13:00'));
    const at = county('2020-02-14 14:00');
    const solution = { ...solutionOf('办妥'), by: otherLead };
    const proposed = proposeSolution(accepted, solution, at, noCalendar).state;
    expect(proposed.nextDueAt).toBeNull();
    expect(rejecting(proposed, at).state.nextDueAt).toEqual(due);
  });

  it('is one of the task force, not a guidance, and of a task that has one', () => {
    const guidance = { guidanceId: taskId, guidanceVersion: 1, batchId: taskId, at: first };
    const guided = settle(aTask({ acceptedAt }), guidance, first, noCalendar).state;
    expect(() => rejecting(guided, first)).toThrow(expect.objectContaining({ code: 'SOLUTION_FROM_GUIDANCE' }));
    expect(() => rejecting(aTask({ acceptedAt }), first)).toThrow(
      expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' }),
    );
  });
});
