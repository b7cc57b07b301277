import { describe, expect, it } from '@jest/globals';
import { taskReadmitted } from '@qifutong/contracts/taskforce/task-readmitted';
import { aTask, county, later, lead, noCalendar } from '../../../test/builders.ts';
import { cancel } from './cancel.ts';
import { proposeSolution } from './propose-solution.ts';
import { readmit } from './readmit.ts';
import { rejectSolution } from './reject-solution.ts';
import { settle } from './settle.ts';
import type { Task } from './task.ts';

const at = county('2020-02-14 15:00');
const solvedAt = county('2020-02-14 12:00');
const inWork = aTask({ acceptedAt: county('2020-02-14 10:00') });
const told = { text: '已安排采样', measures: ['派车'], attachments: [], by: lead };
const solved = proposeSolution(inWork, told, solvedAt, noCalendar).state;
const guided = settle(
  aTask(),
  { guidanceId: inWork.id, guidanceVersion: 1, batchId: inWork.id, at: county('2020-02-14 10:00') },
  solvedAt,
  noCalendar,
).state;
const late = proposeSolution(inWork, told, county('2020-02-16 12:00'), noCalendar).state;
function merged(task: Task, since = county('2020-02-14 14:00')): Task {
  return cancel(task, { because: 'MERGED', commonIssueId: null, at: since }, since, noCalendar).state;
}

describe('the task of a solved issue that was merged and is taken out again', () => {
  it.each([
    ['solved by its task force', solved],
    ['settled by a guidance before anybody accepted it', guided],
    ['solved late', late],
  ])('%s is what it was before the merging', (_, task) => {
    const { id: taskId, issueId, round } = task;
    const named = { taskId, issueId: issueId!, round, domain: 'TESTING', taskForce: 'TESTING' } as const;
    expect(readmit(merged(task, later(task.proposedAt!, 1)), { at })).toEqual({
      state: task,
      events: [taskReadmitted({ ...named, readmittedAt: at.toISOString() })],
    });
  });

  it('may be found ineffective on the day of its proposal: the clock runs on as if it had never stopped', () => {
    const { state } = readmit(merged(solved), { at });
    const why = { reason: '企业反映未采样', by: 'analyst-1' };
    expect(rejectSolution(state, why, at, noCalendar).state.nextDueAt).toEqual(county('2020-02-15 10:00'));
  });
});
