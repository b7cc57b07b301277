import { describe, expect, it } from '@jest/globals';
import { taskCoHandlerAdded } from '@qifutong/contracts/taskforce/task-co-handler-added';
import { taskCoHandlerRemoved } from '@qifutong/contracts/taskforce/task-co-handler-removed';
import { aTask, county } from '../../../test/builders.ts';
import { analyst, otherLead, ownLead, working } from '../../../test/life-builders.ts';
import { addCoHandler, removeCoHandler } from './co-handle.ts';

const now = county('2020-02-14 10:00');
const task = aTask();
const { id: taskId, issueId, round, domain } = task;
const named = { taskId, issueId, commonIssueId: null, round, domain, taskForce: 'TESTING' } as const;
const refused = (work: () => unknown, code: string, field: string | null = null) =>
  expect(work).toThrow(expect.objectContaining({ code, field }));

describe('a task force that helps', () => {
  it('is added by the own lead, and removed by the centre', () => {
    const helped = addCoHandler(task, { helper: working('LABOUR'), by: ownLead }, now);
    const added = { coHandler: 'LABOUR', addedBy: 'testing-lead', addedAt: now.toISOString() };
    expect(helped).toEqual({
      state: { ...task, coHandlers: ['LABOUR'] },
      events: [taskCoHandlerAdded({ ...named, ...added })],
    });
    const removed = { coHandler: 'LABOUR', removedBy: 'analyst-1', removedAt: now.toISOString() };
    expect(removeCoHandler(helped.state, { helper: 'LABOUR', by: analyst }, now)).toEqual({
      state: task,
      events: [taskCoHandlerRemoved({ ...named, ...removed })],
    });
  });

  it('is not the lead one, not twice there, not dissolved, not unknown, and not chosen by another', () => {
    const helped = { ...task, coHandlers: ['LABOUR'] };
    const add = (code: string, by = ownLead) => addCoHandler(helped, { helper: working(code), by }, now);
    refused(() => add('TESTING'), 'TASK_FORCE_IS_LEAD', 'taskForce');
    refused(() => add('LABOUR'), 'CO_HANDLER_KNOWN', 'taskForce');
    refused(() => add('LOGISTICS', otherLead), 'TASK_OF_OTHER_TASK_FORCE', 'taskId');
    const helper = { code: 'LOGISTICS', known: true, dissolvedAt: now };
    refused(() => addCoHandler(helped, { helper, by: ownLead }, now), 'TASK_FORCE_DISSOLVED', 'taskForce');
    const unknown = { helper: { ...helper, known: false }, by: ownLead };
    refused(() => addCoHandler(helped, unknown, now), 'TASK_FORCE_UNKNOWN', 'taskForce');
    refused(() => removeCoHandler(helped, { helper: 'FINANCE', by: ownLead }, now), 'CO_HANDLER_UNKNOWN', 'taskForce');
    refused(
      () => removeCoHandler(helped, { helper: 'LABOUR', by: otherLead }, now),
      'TASK_OF_OTHER_TASK_FORCE',
      'taskId',
    );
    const ended = { ...helped, status: 'CLOSED' } as const;
    refused(() => removeCoHandler(ended, { helper: 'LABOUR', by: ownLead }, now), 'TASK_STATUS_FORBIDS_MOVE');
  });
});
