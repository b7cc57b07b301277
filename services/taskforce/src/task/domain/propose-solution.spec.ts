import { describe, expect, it } from '@jest/globals';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import { aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import type { Clock } from '../../clock/domain/clock.ts';
import { proposeSolution } from './propose-solution.ts';
import { NEVER } from './task.ts';

const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const [acceptance, solution] = inWork.clocks as [Clock, Clock];
const due = county('2020-02-15 10:00');
const told = { taskId: inWork.id, issueId: inWork.issueId, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;
const proposal = { text: '2月16日上门采样', measures: ['派出采样车', '费用减半'], attachments: [], by: lead };

function solved(now: Date) {
  return {
    status: 'SOLUTION_PROPOSED',
    solutionText: '2月16日上门采样',
    solutionMeasures: ['派出采样车', '费用减半'],
    proposedAt: now,
    proposedBy: 'testing-lead',
    nextDueAt: null,
    wakeAt: null,
    overdue: false,
    deadlineAt: NEVER,
  };
}

function solvedEvent(now: Date) {
  return taskSolved({ ...told, solvedBy: 'testing-lead', solvedAt: now.toISOString() });
}

describe('proposing a solution', () => {
  it.each([-1, 0])('%d ms after the deadline meets it', (ms) => {
    const now = later(due, ms);
    const met = { ...solution, history: [...solution.history, { type: 'MET', at: now }] };
    expect(proposeSolution(inWork, proposal, now, noCalendar)).toEqual({
      state: { ...inWork, ...solved(now), clocks: [acceptance, met] },
      events: [solvedEvent(now)],
    });
  });

  it('at 15 Feb 10:00:00.001 is late: the breach stands at its true time, and the solution is taken all the same', () => {
    const now = later(due, 1);
    const missed = { ...solution, history: [...solution.history, { type: 'BREACHED', at: due, noticedAt: now }] };
    const breached = taskBreached({
      ...told,
      clock: 'SOLUTION',
      dueAt: due.toISOString(),
      noticedAt: now.toISOString(),
    });
    expect(proposeSolution(inWork, proposal, now, noCalendar)).toEqual({
      state: { ...inWork, ...solved(now), solveMissed: true, clocks: [acceptance, missed] },
      events: [breached, solvedEvent(now)],
    });
  });

  it('is refused while the task waits to be accepted, and once it has one', () => {
    const refused = expect.objectContaining({ code: 'TASK_STATUS_FORBIDS_MOVE' });
    expect(() => proposeSolution(aTask(), proposal, due, noCalendar)).toThrow(refused);
    expect(() => proposeSolution(aTask({ acceptedAt: due, proposedAt: due }), proposal, due, noCalendar)).toThrow(
      refused,
    );
  });

  it('is for its own task force only', () => {
    const refused = expect.objectContaining({ code: 'TASK_OF_OTHER_TASK_FORCE' });
    expect(() =>
      proposeSolution(inWork, { ...proposal, by: { sub: 'labour-lead', taskForce: 'LABOUR' } }, due, noCalendar),
    ).toThrow(refused);
  });
});
