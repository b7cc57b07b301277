import type { Announcement } from '@qifutong/contracts/define-event';
import { planPolicySet } from '@qifutong/contracts/inspection/plan-policy-set';
import type { Decision } from '@qifutong/kernel/decision';
import type { PlanPolicy } from './plan.ts';
import { rejectPolicy } from './policy-rejections.ts';

export interface PlanPolicyVersion extends PlanPolicy {
  readonly version: number;
  readonly setAt: Date;
  /** null: it came with the product */
  readonly setBy: string | null;
}

/** A new version of all numbers. Plans that are made, and drawn again, keep to theirs. */
export function setPlanPolicy(
  inForce: PlanPolicyVersion,
  { expectedVersion, ...policy }: PlanPolicy & { readonly expectedVersion: number | null },
  by: string,
  now: Date,
): Decision<PlanPolicyVersion, Announcement> {
  if (expectedVersion !== null && expectedVersion !== inForce.version)
    throw rejectPolicy('PLAN_POLICY_CHANGED', { field: 'expectedVersion', version: inForce.version });
  const state = { ...policy, version: inForce.version + 1, setAt: now, setBy: by };
  const told = { policyVersion: state.version, setBy: by, setAt: now.toISOString() };
  return { state, events: [planPolicySet({ plans: 'DAILY_PLANS', ...told })] };
}
