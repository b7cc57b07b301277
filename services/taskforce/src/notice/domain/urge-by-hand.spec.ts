import { describe, expect, it } from '@jest/globals';
import { urgingIssuedByHand } from '@qifutong/contracts/taskforce/urging-issued-by-hand';
import { aTask, county, later } from '../../../test/builders.ts';
import { aNotice } from '../../../test/documents.ts';
import { urgeByHand } from './urge-by-hand.ts';

const task = aTask();
const { id } = aNotice();
const numbered = { id, day: '2020-02-15', runningNumber: 1 };
const issuedAt = county('2020-02-15 09:00');
const by = { urgedBy: 'analyst-1', urgedByName: '李研判' };
const byHand = { reason: '企业明日开工', ...by, issuedAt, lastAt: null, everyMs: 3_600_000 };

describe('urging by hand', () => {
  it('issues a notice in the same numbers, for no deadline', () => {
    const { issueId, round, domain } = task;
    const told = { taskId: task.id, issueId, commonIssueId: null, round, domain, taskForce: 'TESTING' };
    const nothingMissed = { clock: null, ordinal: null, dueAt: null };
    expect(urgeByHand(task, byHand, numbered)).toEqual({
      state: aNotice({ version: 0, ...nothingMissed, issuedAt, ...by, reason: '企业明日开工' }),
      events: [
        urgingIssuedByHand({
          ...told,
          ...{ urgingNoticeId: id, number: '催20200215-0001', urgedBy: 'analyst-1', issuedAt: issuedAt.toISOString() },
        }),
      ],
    });
  });

  it.each([
    [-1, 'TASK_URGED_LATELY'],
    [0, null],
    [1, null],
  ])('again %d ms from an hour after the last time: %s', (ms, code) => {
    const again = { ...byHand, lastAt: later(issuedAt, -3_600_000 - ms) };
    const urging = () => urgeByHand(task, again, numbered);
    if (code === null) expect(urging().state.issuedAt).toEqual(issuedAt);
    else expect(urging).toThrow(expect.objectContaining({ code }));
  });
});
