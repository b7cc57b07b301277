import type { Announcement } from '@qifutong/contracts/define-event';
import { batchPolicySet } from '@qifutong/contracts/intake/batch-policy-set';
import { callbackPolicySet } from '@qifutong/contracts/intake/callback-policy-set';
import { likenessPolicySet } from '@qifutong/contracts/intake/likeness-policy-set';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';

interface Told {
  readonly policyVersion: number;
  readonly setBy: string;
  readonly setAt: string;
}

const announced = {
  CALLBACKS: (told: Told) => callbackPolicySet({ callbacks: 'CALLBACKS', ...told }),
  LIKENESS: (told: Told) => likenessPolicySet({ likeness: 'LIKENESS', ...told }),
  BATCHES: (told: Told) => batchPolicySet({ batches: 'BATCHES', ...told }),
} as const;
export type PolicyOf = keyof typeof announced;

/** Which version it is, who set it and when. */
export interface PolicyVersion {
  readonly version: number;
  readonly setAt: Date;
  readonly setBy: string;
}

export interface StatedPolicy {
  /** the version that it is meant to follow; null: whatever is in force */
  readonly expectedVersion: number | null;
}

/** A new version of a policy. What was done by the one before keeps to it. */
export function setPolicy<T extends StatedPolicy>(
  { of, version: inForce }: { readonly of: PolicyOf; readonly version: number },
  { expectedVersion, ...policy }: T,
  by: string,
  now: Date,
): Decision<Omit<T, 'expectedVersion'> & PolicyVersion, Announcement> {
  if (expectedVersion !== null && expectedVersion !== inForce)
    throw reject('POLICY_CHANGED', { field: 'expectedVersion', version: inForce });
  const state = { ...policy, version: inForce + 1, setAt: now, setBy: by };
  return { state, events: [announced[of]({ policyVersion: state.version, setBy: by, setAt: now.toISOString() })] };
}
