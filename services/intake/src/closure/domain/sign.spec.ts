import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../test/refusal.ts';
import type { DailyClosure } from './daily-closure.ts';
import { sign } from './sign.ts';

const endedAt = new Date('2020-02-14T16:00:00.000Z');
const now = new Date('2020-02-15T01:00:00.000Z');
const aClosure: DailyClosure = {
  day: '2020-02-14',
  version: 1,
  endedAt,
  frozenAt: endedAt,
  signedAt: null,
  signedBy: null,
  signedByName: null,
  remark: null,
};
const by = { sub: 'commander-1', name: '指挥长' };

describe('the commander on duty signs a frozen day', () => {
  it('with a remark, and it is told without a name', () => {
    const { state, events } = sign(aClosure, { by, remark: '已阅' }, now);
    expect(state).toEqual({
      ...aClosure,
      signedAt: now,
      signedBy: 'commander-1',
      signedByName: '指挥长',
      remark: '已阅',
    });
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      [
        'intake.daily-closure.signed.v1',
        { day: '2020-02-14', signedBy: 'commander-1', signedAt: '2020-02-15T01:00:00.000Z' },
      ],
    ]);
  });

  it('once', () => {
    const { state } = sign(aClosure, { by, remark: null }, now);
    expect(refusalOf(() => sign(state, { by: { sub: 'commander-2', name: '副指挥长' }, remark: null }, now))).toEqual({
      code: 'DAILY_CLOSURE_SIGNED',
      field: 'day',
      message: 'day: 2020-02-14 的日结已由 指挥长 签发',
    });
  });
});
