import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { startWork } from './start-work.ts';

const at = new Date('2020-02-14T03:00:00.000Z');

describe('a task force that accepts the task', () => {
  it('puts the issue in progress and counts as one of those who handled it', () => {
    const issue = anIssue({
      status: 'DISPATCHED',
      domain: 'MATERIALS',
      dispatchedAt: new Date('2020-02-14T02:00:00.000Z'),
    });
    expect(startWork(issue, { by: 'lead-1', at })).toEqual({
      state: { ...issue, status: 'IN_PROGRESS', handledBy: ['operator-1', 'lead-1'] },
      events: [],
    });
  });

  it('after a transfer is another one, and both have handled it', () => {
    const issue = anIssue({ status: 'IN_PROGRESS', taskForce: 'MATERIALS', handledBy: ['operator-1', 'lead-1'] });
    const task = { taskId: '01900000-0000-7000-8000-0000000000b2', taskForce: 'LOGISTICS' };
    expect(startWork(issue, { by: 'lead-2', at, ...task }).state).toEqual({
      ...issue,
      ...task,
      handledBy: ['operator-1', 'lead-1', 'lead-2'],
    });
  });
});
