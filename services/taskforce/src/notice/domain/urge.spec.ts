import { describe, expect, it } from '@jest/globals';
import { centreUrged } from '@qifutong/contracts/taskforce/centre-urged';
import { commonTaskUrged } from '@qifutong/contracts/taskforce/common-task-urged';
import { firmClockUrged } from '@qifutong/contracts/taskforce/firm-clock-urged';
import { returnedTaskUrged } from '@qifutong/contracts/taskforce/returned-task-urged';
import { urgingIssued } from '@qifutong/contracts/taskforce/urging-issued';
import { aCommonTask, aTask, county } from '../../../test/builders.ts';
import { aNotice } from '../../../test/documents.ts';
import { urgeCentre, type CentreUrging } from './urge-centre.ts';
import { urgeForReturned } from './urge-for-returned.ts';
import { urge } from './urge.ts';
import { noticeNumber } from './urging-notice.ts';

const { id } = aNotice();
const numbered = { id, day: '2020-02-15', runningNumber: 1 };
const dueAt = county('2020-02-15 10:00');
const issuedAt = county('2020-02-15 12:00');
const missed = { clock: 'SOLUTION', ordinal: 1, dueAt, issuedAt, policyVersion: 1, toCentre: false } as const;
const instants = { dueAt: '2020-02-15T02:00:00.000Z', issuedAt: '2020-02-15T04:00:00.000Z' };
const told = { urgingNoticeId: id, number: '催20200215-0001', ordinal: 1, ...instants };

describe('an urging notice', () => {
  it('for the deadline of 15 Feb 10:00 that was noticed at 12:00 is 催20200215-0001, issued at 12:00', () => {
    const task = aTask();
    const about = { taskId: task.id, issueId: task.issueId, domain: 'TESTING', taskForce: 'TESTING' } as const;
    expect(urge({ task, ...missed }, numbered)).toEqual({
      state: aNotice({ version: 0 }),
      events: [urgingIssued({ ...told, ...about, clock: 'SOLUTION' })],
    });
  });

  it('of a common issue’s task, or of the firm’s own clock, is announced as such, and numbered as a notice all the same', () => {
    const common = aCommonTask();
    const ofCommon = {
      taskId: common.id,
      commonIssueId: common.commonIssueId!,
      domain: 'TESTING',
      taskForce: 'TESTING',
    } as const;
    const events = [
      urge({ task: common, ...missed }, numbered).events,
      urge({ task: common, ...missed, clock: 'FIRM' }, numbered).events,
    ].flat();
    expect(events).toEqual([
      commonTaskUrged({ ...told, ...ofCommon, clock: 'SOLUTION' }),
      firmClockUrged({ ...told, ...ofCommon, issueId: null, round: 1 }),
    ]);
    expect(events.map(({ aggregateType, aggregateId }) => [aggregateType, aggregateId])).toEqual([
      ['urging', id],
      ['urging', id],
    ]);
  });

  it('for what was missed while a returned task waited goes to the commander on duty, or to the office', () => {
    const task = aTask();
    const urging = { task, ...missed, clock: 'FIRM', toCentre: true } as const;
    const ofTask = {
      taskId: task.id,
      issueId: task.issueId,
      commonIssueId: null,
      round: 1,
      domain: 'TESTING',
    } as const;
    const commander = { commander: 'commander-1', commanderName: '王志强' };
    const state = { ...aNotice({ version: 0 }), clock: 'FIRM', taskForceCode: null };
    expect(urgeForReturned(urging, { sub: 'commander-1', name: '王志强' }, numbered)).toEqual({
      state: { ...state, ...commander },
      events: [returnedTaskUrged({ ...told, ...ofTask })],
    });
    expect(urgeForReturned(urging, null, numbered).state).toEqual(state);
  });

  it('has the running number of its day in at least four digits', () => {
    expect([1, 42, 9_999, 10_000].map((number) => noticeNumber('2020-02-15', number))).toEqual([
      '催20200215-0001',
      '催20200215-0042',
      '催20200215-9999',
      '催20200215-10000',
    ]);
  });
});

describe('a notice to the centre itself', () => {
  const centreClockId = '019c5a00-0000-7000-8000-00000000000b';
  const issueId = '019c5a00-0000-7000-8000-000000000002';
  const urging: CentreUrging = {
    ...{ centreClockId, issueId, number: '20200214-0042', round: 1, domain: null, townCode: null },
    ...{ clock: 'DISPATCH', ordinal: 1, dueAt, issuedAt },
  };

  it.each([
    ['goes to who is on duty', { sub: 'commander-1', name: '指挥长甲' }, 'commander-1', '指挥长甲'],
    ['goes to nobody by name while nobody is on duty', null, null, null],
  ])('%s', (_, onDuty, commander, commanderName) => {
    const toCentre = {
      taskId: null,
      taskForceCode: null,
      domain: null,
      townCode: null,
      centreClockId,
      commander,
      commanderName,
    };
    expect(urgeCentre(urging, onDuty, numbered)).toEqual({
      state: aNotice({ version: 0, ...toCentre, clock: 'DISPATCH' }),
      events: [centreUrged({ ...told, issueId, round: 1, domain: null, centreClock: 'DISPATCH' })],
    });
  });
});
