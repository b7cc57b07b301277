import { describe, expect, it } from '@jest/globals';
import { aPlanPolicy, feb } from '../../../test/builders.ts';
import { setPlanPolicy } from './set-plan-policy.ts';

const inForce = { ...aPlanPolicy(), version: 3, setAt: feb(1), setBy: null };
const now = feb(14);
const set = (expectedVersion: number | null) =>
  setPlanPolicy(inForce, { expectedVersion, ...aPlanPolicy({ share: 5 }) }, 'commander-1', now);

describe('what plans are drawn by', () => {
  it.each([null, 3])('is a new version when it is set for version %s, and announced', (expectedVersion) => {
    const data = { plans: 'DAILY_PLANS', policyVersion: 4, setBy: 'commander-1', setAt: '2020-02-14T01:00:00.000Z' };
    const about = { aggregateType: 'plan-policy', aggregateId: 'DAILY_PLANS', department: 'none' };
    expect(set(expectedVersion)).toEqual({
      state: { ...aPlanPolicy({ share: 5 }), version: 4, setAt: now, setBy: 'commander-1' },
      events: [{ type: 'inspection.plan-policy.set.v1', ...about, data }],
    });
  });

  it.each([2, 4])('is refused for version %i', (expectedVersion) => {
    const refusal = { code: 'PLAN_POLICY_CHANGED', field: 'expectedVersion' };
    expect(() => set(expectedVersion)).toThrow(expect.objectContaining(refusal));
  });
});
