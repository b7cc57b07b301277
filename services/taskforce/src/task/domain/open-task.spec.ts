import { describe, expect, it } from '@jest/globals';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import { aCommonDispatch, aCommonTask, aDispatch, aTask, county, elapsed, noCalendar } from '../../../test/builders.ts';
import { startClock } from '../../clock/domain/clock-moves.ts';
import { openCommonTask } from './open-common-task.ts';
import { openTask } from './open-task.ts';
import { cached } from './task.ts';

const id = aTask().id;
const toTesting = {
  version: 1,
  position: 1,
  domain: 'TESTING',
  nature: null,
  townCode: null,
  urgency: null,
  taskForceCode: 'TESTING',
} as const;
const usual = {
  version: 4,
  position: 2,
  nature: null,
  urgency: null,
  domain: null,
  acceptWithin: elapsed('PT2H'),
  solveWithin: elapsed('PT24H'),
  warnAt: [75],
} as const;
const urgent = {
  ...usual,
  position: 1,
  urgency: 'URGENT',
  acceptWithin: elapsed('PT30M'),
  solveWithin: elapsed('PT8H'),
} as const;
const openedAt = '2020-02-14T01:30:00.000Z';
const named = { taskId: id, issueId: aTask().issueId, round: 1, domain: 'TESTING', taskForce: 'TESTING' } as const;
const rules = { routing: [toTesting], policies: [urgent, usual], time: noCalendar };

function waiting(duration: string) {
  const terms = { kind: 'ACCEPTANCE', limit: elapsed(duration), warnAt: [75], policyVersion: 4 } as const;
  return [startClock(terms, county('2020-02-14 09:30'), noCalendar)];
}

describe('a dispatched issue', () => {
  it('becomes a task that waits to be accepted within two hours of its dispatch', () => {
    const state = { ...aTask(), policyVersion: 4, clocks: waiting('PT2H'), nextDueAt: county('2020-02-14 11:30') };
    expect(openTask(id, aDispatch(), rules)).toEqual({
      state,
      events: [taskOpened({ ...named, openedAt, acceptanceDueAt: '2020-02-14T03:30:00.000Z' })],
    });
  });

  it.each([
    ['returned once, and back by order', { mustAccept: true, status: 'CANCELLED' }, true],
    ['returned, and to be dispatched anew', { status: 'RETURNED' }, true],
    ['never returned', { status: 'CANCELLED' }, false],
  ] as const)('that was merged, and is dispatched anew in its round: %s', (_, was, mustAccept) => {
    const extended = { extendedAt: county('2020-02-14 09:00'), extendedUntil: county('2020-02-20 09:00') };
    const before = { ...aTask({ hops: 2 }), ...extended, ...was };
    const fresh = openTask(id, aDispatch(), rules);
    expect(openTask(id, aDispatch(), rules, before)).toEqual({
      ...fresh,
      state: { ...fresh.state, hops: 2, mustAccept },
    });
  });

  it('that is urgent and of no domain that a task force covers goes to COORDINATION, to be accepted within 30 minutes', () => {
    const about = { domain: 'OTHER', urgency: 'URGENT', round: 2, firmCreditCode: null, townCode: null } as const;
    const limits = {
      policyVersion: 4,
      solveWithin: elapsed('PT8H'),
      clocks: waiting('PT30M'),
      nextDueAt: county('2020-02-14 10:00'),
    };
    const state = cached({ ...aTask(), ...about, ...limits, taskForceCode: 'COORDINATION' });
    const told = { ...named, round: 2, domain: 'OTHER', taskForce: 'COORDINATION' } as const;
    expect(openTask(id, aDispatch(about), rules)).toEqual({
      state,
      events: [taskOpened({ ...told, openedAt, acceptanceDueAt: '2020-02-14T02:00:00.000Z' })],
    });
  });
});

describe('a dispatched common issue', () => {
  const { commonIssueId } = aCommonDispatch();
  const limits = {
    policyVersion: 4,
    solveWithin: elapsed('PT48H'),
    clocks: waiting('PT4H'),
    nextDueAt: county('2020-02-14 13:30'),
  };
  const ofCommon = {
    ...usual,
    position: 0,
    nature: 'COMMON',
    acceptWithin: elapsed('PT4H'),
    solveWithin: elapsed('PT48H'),
  } as const;

  it('becomes one task of no firm and no town, by the rules for common issues', () => {
    const toPolicy = { ...toTesting, position: 0, nature: 'COMMON', taskForceCode: 'POLICY' } as const;
    const common = { routing: [toTesting, toPolicy], policies: [urgent, ofCommon, usual], time: noCalendar };
    expect(openCommonTask(id, aCommonDispatch(), common)).toEqual({
      state: cached({ ...aCommonTask(), ...limits, taskForceCode: 'POLICY' }),
      events: [
        commonTaskOpened({
          taskId: id,
          commonIssueId: commonIssueId,
          domain: 'TESTING',
          taskForce: 'POLICY',
          openedAt,
          acceptanceDueAt: '2020-02-14T05:30:00.000Z',
        }),
      ],
    });
  });

  it('of which no rule says anything is due as any other', () => {
    const { state } = openCommonTask(id, aCommonDispatch(), rules);
    expect([state.taskForceCode, state.nextDueAt, state.solveWithin]).toEqual([
      'TESTING',
      county('2020-02-14 11:30'),
      elapsed('PT24H'),
    ]);
  });
});
