import type { Announcement } from '@qifutong/contracts/define-event';
import { retentionPolicySet } from '@qifutong/contracts/intake/retention-policy-set';
import { countyLater } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { retentionKinds, type RetentionKind, type RetentionLine, type RetentionPolicy } from './retention.ts';

export interface StatedRetention {
  /** the version that it is meant to follow; null: whatever is in force */
  readonly expectedVersion: number | null;
  readonly lines: readonly RetentionLine[];
}

const DAY_MS = 86_400_000;
const MOST_DAYS = 36_525;
/** a firm may ask again for a month, and a typing error shall not empty the register */
const LEAST_DAYS = { REPORTER_CONTACT: 28, PUBLIC_OPINION_ITEM: 1 } as const satisfies Record<RetentionKind, number>;

/** A new version of how long everything stays. It binds what is carried out from then on; what is gone stays gone. */
export function setRetentionPolicy(
  inForce: RetentionPolicy,
  { expectedVersion, lines }: StatedRetention,
  { by, timeZone }: { readonly by: string; readonly timeZone: string },
  now: Date,
): Decision<RetentionPolicy, Announcement> {
  if (expectedVersion !== null && expectedVersion !== inForce.version)
    throw reject('RETENTION_POLICY_CHANGED', { field: 'expectedVersion', version: inForce.version });
  assertEachOnce(lines);
  for (const [i, line] of lines.entries()) assertInRange(line, `lines.${i}.after`, timeZone, now);
  const state = { version: inForce.version + 1, lines: inOrder(lines), setAt: now, setBy: by };
  const told = { policyVersion: state.version, setBy: by, setAt: now.toISOString() };
  return { state, events: [retentionPolicySet({ retention: 'RETENTION', ...told })] };
}

function assertEachOnce(lines: readonly RetentionLine[]): void {
  const kind = retentionKinds.find((one) => lines.filter((line) => line.kind === one).length !== 1);
  if (kind !== undefined) throw reject('RETENTION_KIND_ONCE', { field: 'lines', kind });
}

function assertInRange({ kind, after }: RetentionLine, field: string, timeZone: string, now: Date): void {
  const days = (countyLater(now, after, timeZone).getTime() - now.getTime()) / DAY_MS;
  const least = LEAST_DAYS[kind];
  if (days < least || days > MOST_DAYS)
    throw reject('RETENTION_PERIOD_OUT_OF_RANGE', { field, least, most: MOST_DAYS });
}

function inOrder(lines: readonly RetentionLine[]): RetentionLine[] {
  return retentionKinds.flatMap((kind) => lines.filter((line) => line.kind === kind));
}
