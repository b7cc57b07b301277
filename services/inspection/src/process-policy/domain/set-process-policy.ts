import type { Announcement } from '@qifutong/contracts/define-event';
import { processPolicySet } from '@qifutong/contracts/inspection/process-policy-set';
import type { Decision } from '@qifutong/kernel/decision';
import type { ProcessPolicy } from './process-policy.ts';
import { reject } from './rejections.ts';

type Limits = Pick<
  ProcessPolicy,
  'rectifyWithinDays' | 'rectifyAtMostDays' | 'interviewWithinHours' | 'appealWithinDays' | 'defenceWithinHours'
>;

export interface StatedPolicy extends Omit<Limits, 'rectifyAtMostDays' | 'defenceWithinHours'> {
  /** null: as it is in force */
  readonly rectifyAtMostDays: number | null;
  readonly defenceWithinHours: number | null;
  /** the version that it is meant to follow; null: whatever is in force */
  readonly expectedVersion: number | null;
}

const ranges = {
  rectifyWithinDays: [0, 30],
  rectifyAtMostDays: [0, 365],
  interviewWithinHours: [1, 720],
  appealWithinDays: [1, 365],
  defenceWithinHours: [1, 720],
} as const satisfies Record<keyof Limits, readonly [number, number]>;

function assertInRange(limits: Limits): void {
  for (const [field, [least, most]] of Object.entries(ranges)) {
    const limit = limits[field as keyof Limits];
    if (limit < least || limit > most) throw reject('PROCESS_LIMIT_OUT_OF_RANGE', { field, least, most });
  }
  // no date that an order is given may come before the one that it is issued with
  const { rectifyWithinDays: least, rectifyAtMostDays } = limits;
  const [field, [, most]] = ['rectifyAtMostDays', ranges.rectifyAtMostDays] as const;
  if (rectifyAtMostDays < least) throw reject('PROCESS_LIMIT_OUT_OF_RANGE', { field, least, most });
}

/** A new version of all limits. Documents that were issued keep the date that they were given. */
export function setProcessPolicy(
  inForce: ProcessPolicy,
  { expectedVersion, ...stated }: StatedPolicy,
  by: string,
  now: Date,
): Decision<ProcessPolicy, Announcement> {
  if (expectedVersion !== null && expectedVersion !== inForce.version)
    throw reject('PROCESS_POLICY_CHANGED', { field: 'expectedVersion', version: inForce.version });
  const limits = {
    ...stated,
    rectifyAtMostDays: stated.rectifyAtMostDays ?? inForce.rectifyAtMostDays,
    defenceWithinHours: stated.defenceWithinHours ?? inForce.defenceWithinHours,
  };
  assertInRange(limits);
  const state = { ...limits, version: inForce.version + 1, setAt: now, setBy: by };
  const told = { policyVersion: state.version, setBy: by, setAt: now.toISOString() };
  return { state, events: [processPolicySet({ process: 'DUE_PROCESS', ...told })] };
}
