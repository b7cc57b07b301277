import { describe, expect, it } from '@jest/globals';
import { aRulebook, feb, timeZone } from '../../../test/builders.ts';
import { withdraw } from './withdraw.ts';

const surroundings = { by: 'commander-1', timeZone };
const rulebook = aRulebook({ version: 2, inForceFrom: '2020-02-15' });
const midnight = Date.parse('2020-02-14T16:00:00.000Z');

describe('a rulebook that is not in force yet', () => {
  it('is withdrawn, and that is announced with its day', () => {
    expect(withdraw(rulebook, surroundings, feb(14))).toEqual({
      state: { ...rulebook, withdrawnAt: feb(14) },
      events: [
        {
          type: 'inspection.rulebook.withdrawn.v1',
          aggregateType: 'rulebook',
          aggregateId: '2020-02-15',
          department: 'none',
          data: {
            rulebookVersion: 2,
            inForceFrom: '2020-02-15',
            withdrawnBy: 'commander-1',
            withdrawnAt: feb(14).toISOString(),
          },
        },
      ],
    });
  });

  it.each([
    [-1, undefined],
    [0, 'RULEBOOK_IN_FORCE'],
    [1, 'RULEBOOK_IN_FORCE'],
  ])('%i ms from the instant at which it takes effect: %s', (ms, code) => {
    const at = new Date(midnight + ms);
    const withdrawing = () => withdraw(rulebook, surroundings, at);
    if (code) expect(withdrawing).toThrow(expect.objectContaining({ code, field: 'version' }));
    else expect(withdrawing().state.withdrawnAt).toEqual(at);
  });

  it('is withdrawn once', () => {
    const { state } = withdraw(rulebook, surroundings, feb(13));
    expect(() => withdraw(state, surroundings, feb(14))).toThrow(
      expect.objectContaining({ code: 'RULEBOOK_WITHDRAWN', field: 'version' }),
    );
  });
});
