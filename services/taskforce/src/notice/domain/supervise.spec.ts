import { describe, expect, it } from '@jest/globals';
import { supervisionAcknowledged } from '@qifutong/contracts/taskforce/supervision-acknowledged';
import { supervisionLifted } from '@qifutong/contracts/taskforce/supervision-lifted';
import { supervisionOpened } from '@qifutong/contracts/taskforce/supervision-opened';
import { aTask, county, later } from '../../../test/builders.ts';
import { aNotice, aSupervision } from '../../../test/documents.ts';
import { acknowledgeSupervision, lift } from './lift.ts';
import { isToBeSupervised, supervise, urgedRepeatedly } from './supervise.ts';

const open = aSupervision();
const { id, openedAt, number } = open;
const told = { supervisionId: id, number, taskId: open.taskId, domain: 'TESTING', taskForce: 'TESTING' } as const;
const by = { sub: 'testing-lead', name: '陈组长', taskForce: 'TESTING', commands: false };
const now = county('2020-02-16 13:00');

describe('a supervision', () => {
  const opening = { urgingNoticeId: aNotice().id, openedBy: null, reason: urgedRepeatedly(3), openedAt };
  const numbered = { id, day: '2020-02-16', runningNumber: 1 };

  it.each([
    ['names who is on duty', { sub: 'commander-1', name: '指挥长甲' }, 'commander-1', '指挥长甲'],
    ['names the office while nobody is on duty', null, null, '值班指挥长'],
  ])('%s', (_, onDuty, commander, commanderName) => {
    expect(supervise(aTask(), { ...opening, onDuty }, numbered)).toEqual({
      state: aSupervision({ version: 0, commander, commanderName }),
      events: [
        supervisionOpened({
          ...told,
          urgingNoticeId: opening.urgingNoticeId,
          commander,
          openedAt: openedAt.toISOString(),
        }),
      ],
    });
  });

  it('comes with the third notice for a deadline, and with every third after that', () => {
    const ordinals = [1, 2, 3, 4, 5, 6, 7];
    expect(ordinals.filter((ordinal) => isToBeSupervised({ ordinal }, { superviseAt: 3 }))).toEqual([3, 6]);
  });

  it('is acknowledged by its task force, once', () => {
    const { state, events } = acknowledgeSupervision(open, { by }, now);
    expect(state).toEqual({ ...open, acknowledgedAt: now, acknowledgedBy: by.sub, acknowledgedByName: by.name });
    expect(events).toEqual([
      supervisionAcknowledged({ ...told, acknowledgedBy: by.sub, acknowledgedAt: now.toISOString() }),
    ]);
    expect(acknowledgeSupervision(state, { by }, later(now, 1))).toEqual({ state, events: [] });
  });

  it('is not acknowledged by another', () => {
    expect(() => acknowledgeSupervision(open, { by: { ...by, taskForce: 'LABOUR' } }, now)).toThrow(
      expect.objectContaining({ code: 'SUPERVISION_OF_SOMEBODY_ELSE' }),
    );
  });

  it('is lifted with a conclusion, once', () => {
    const concluded = { by: { sub: 'commander-1', name: '王指挥' }, conclusion: '已现场协调' };
    const { state, events } = lift(open, concluded, now);
    expect(state).toEqual({
      ...open,
      liftedAt: now,
      liftedBy: 'commander-1',
      liftedByName: '王指挥',
      conclusion: '已现场协调',
    });
    expect(events).toEqual([supervisionLifted({ ...told, liftedBy: 'commander-1', liftedAt: now.toISOString() })]);
    expect(() => lift(state, concluded, now)).toThrow(expect.objectContaining({ code: 'SUPERVISION_LIFTED' }));
  });
});
