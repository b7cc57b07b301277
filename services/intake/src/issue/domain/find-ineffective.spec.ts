import { describe, expect, it } from '@jest/globals';
import { anIssue } from '../../../test/builders.ts';
import { assign } from './assign.ts';
import { findIneffective, restsOn } from './find-ineffective.ts';
import type { Issue } from './issue.ts';
import { solve } from './solve.ts';
import { startWork } from './start-work.ts';

const [first, second] = ['01900000-0000-7000-8000-0000000000b1', '01900000-0000-7000-8000-0000000000b2'];
const solvedAt = new Date('2020-02-15T02:00:00.000Z');
const after = (ms: number) => new Date(solvedAt.getTime() + ms);
const working = anIssue({
  status: 'IN_PROGRESS',
  domain: 'MATERIALS',
  taskId: first,
  taskForce: 'MATERIALS',
  handledBy: ['operator-1', 'lead-1'],
});
const toCall = { callbackDueAt: new Date('2020-02-16T02:00:00.000Z'), callbackPolicyVersion: 1 };
const solved: Issue = { ...working, status: 'SOLVED', solvedAt, ...toCall };

describe('an issue whose solution was found ineffective', () => {
  it('is worked on again, and the firm is not called back for it, nor by whoever found it so', () => {
    const called = { ...solved, callAgainAt: after(7_200_000) };
    expect(findIneffective(called, { by: 'analyst-1' })).toEqual({
      state: { ...working, handledBy: ['operator-1', 'lead-1', 'analyst-1'] },
      events: [],
    });
  });

  it('may be solved once more, to be called back 24 hours after that', () => {
    const again = findIneffective(solved, { by: 'analyst-1' }).state;
    const { state } = solve(again, { by: 'lead-1', solvedAt: after(3_600_000) });
    expect([state.status, state.solvedAt, state.callbackDueAt]).toEqual([
      'SOLVED',
      after(3_600_000),
      after(25 * 3_600_000),
    ]);
  });
});

describe('what is told of a solution that was found ineffective', () => {
  it.each<[string, Partial<Issue>, boolean]>([
    ['concerns the issue that rests on it', {}, true],
    ['is old where another solution came since', { solvedAt: after(1) }, false],
    ['is old where a batch settled it', { guidanceId: first, guidanceVersion: 1, batchId: first }, false],
    ['is old where the issue was written off', { status: 'WRITTEN_OFF', callbackDueAt: null }, false],
    ['is old where it was told before', { status: 'IN_PROGRESS', solvedAt: null }, false],
  ])('%s', (_, what, does) => {
    expect(restsOn({ ...solved, ...what }, { solvedAt })).toBe(does);
  });
});

describe('what is told of a solved issue, before it is told that its solution did not hold', () => {
  const next = { taskId: second, taskForce: 'LOGISTICS' };

  it.each([-1, 0])('is old where it happened %d ms after the solution', (ms) => {
    const at = after(ms);
    expect(assign(solved, { ...next, at }).state).toBe(solved);
    expect(startWork(solved, { ...next, at, by: 'lead-2' }).state).toBe(solved);
    expect(solve(solved, { by: 'lead-2', solvedAt: at }).state).toBe(solved);
  });

  it('shows, where it happened later, that it did not: another task goes on, or another solution is the present one', () => {
    const at = after(1);
    expect(assign(solved, { ...next, at }).state).toEqual({ ...working, ...next });
    const handledBy = ['operator-1', 'lead-1', 'lead-2'];
    expect(startWork(solved, { ...next, at, by: 'lead-2' }).state).toEqual({ ...working, ...next, handledBy });
    const { state } = solve(solved, { by: 'lead-1', solvedAt: at });
    expect(state).toEqual({ ...solved, solvedAt: at, callbackDueAt: after(24 * 3_600_000 + 1) });
  });

  it('never takes away what a batch brought', () => {
    const settled = { ...solved, guidanceId: first, guidanceVersion: 1, batchId: first };
    const at = after(1);
    expect(assign(settled, { ...next, at }).state).toBe(settled);
    expect(solve(settled, { by: 'lead-1', solvedAt: at }).state).toBe(settled);
  });
});
