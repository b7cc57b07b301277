import { describe, expect, it } from '@jest/globals';
import { county, later } from '../../../test/builders.ts';
import { putOnDuty } from './put-on-duty.ts';

const now = county('2020-02-14 11:00');
const duty = { sub: 'commander-1', name: '陈指挥', by: 'admin-1' };

describe('the commander on duty', () => {
  it.each([
    ['at once', null, now],
    ['from this very instant', now, now],
    ['from tomorrow on', county('2020-02-15 08:00'), county('2020-02-15 08:00')],
  ])('is named %s', (_, from, fromAt) => {
    const { by: setBy, ...person } = duty;
    expect(putOnDuty({ ...duty, from }, now)).toEqual({ ...person, fromAt, setBy });
  });

  it('is not changed for the past: those notices went to whoever was on duty', () => {
    expect(() => putOnDuty({ ...duty, from: later(now, -1) }, now)).toThrow(
      expect.objectContaining({ code: 'COMMANDER_DUTY_IN_PAST', field: 'from' }),
    );
  });
});
