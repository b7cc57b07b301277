import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { assign, heeds, unassign } from './assign.ts';

const [first, second] = ['01900000-0000-7000-8000-0000000000b1', '01900000-0000-7000-8000-0000000000b2'];
const commonIssueId = '01900000-0000-7000-8000-0000000000d1';
const working = anIssue({ status: 'IN_PROGRESS', domain: 'MATERIALS', taskId: first, taskForce: 'MATERIALS' });

const at = new Date('2020-02-14T02:00:00.000Z');

describe('a task that was opened', () => {
  it('says which task force has the issue', () => {
    const issue = anIssue({ status: 'DISPATCHED', domain: 'MATERIALS' });
    expect(assign(issue, { taskId: first, taskForce: 'MATERIALS', at })).toEqual({
      state: { ...issue, taskId: first, taskForce: 'MATERIALS' },
      events: [],
    });
  });

  it('takes the place of the one before', () => {
    const { state } = assign(working, { taskId: second, taskForce: 'LOGISTICS', at });
    expect(state).toEqual({ ...working, taskId: second, taskForce: 'LOGISTICS' });
  });
});

describe('a task that was cancelled', () => {
  it('leaves the issue in nobody’s hands', () => {
    expect(unassign(working, { taskId: first }).state).toEqual({ ...working, taskId: null, taskForce: null });
  });

  it('changes nothing where another one was opened since', () => {
    expect(unassign(working, { taskId: second })).toEqual({ state: working, events: [] });
  });
});

describe('what is told of a task', () => {
  it.each([
    ['of the present round', working, true],
    ['of an earlier round', anIssue({ ...working, round: 2 }), false],
    ['of a merged issue', anIssue({ ...working, status: 'MERGED' }), false],
    ['of a member of a common issue, which has no task of its own', anIssue({ ...working, commonIssueId }), false],
  ])('%s concerns the issue or not', (_, issue, does) => {
    expect(heeds(issue, { round: 1 })).toBe(does);
  });
});
