import { describe, expect, it } from '@jest/globals';
import { refusalOf } from '../../../test/refusal.ts';
import { setPolicy } from './set-policy.ts';

const now = new Date('2020-02-14T02:00:00.000Z');

describe('a policy that is set', () => {
  it.each([
    ['CALLBACKS', 'callback-policy', 'callbacks'],
    ['LIKENESS', 'likeness-policy', 'likeness'],
    ['BATCHES', 'batch-policy', 'batches'],
  ] as const)('of %s is a new version with its author, and is announced as %s', (of, aggregateType, field) => {
    const said = { policyVersion: 4, setBy: 'admin-1', setAt: '2020-02-14T02:00:00.000Z' };
    expect(setPolicy({ of, version: 3 }, { expectedVersion: 3, most: 7 }, 'admin-1', now)).toEqual({
      state: { most: 7, version: 4, setAt: now, setBy: 'admin-1' },
      events: [
        {
          type: `intake.${aggregateType}.set.v1`,
          aggregateType,
          aggregateId: of,
          department: 'none',
          data: { [field]: of, ...said },
        },
      ],
    });
  });

  it.each([2, 4])('is refused for version %i, where version 3 is in force', (expectedVersion) => {
    const set = () => setPolicy({ of: 'BATCHES', version: 3 }, { expectedVersion }, 'admin-1', now);
    expect(refusalOf(set)).toMatchObject({ code: 'POLICY_CHANGED', field: 'expectedVersion' });
  });
});
