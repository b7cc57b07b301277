import type { Announcement } from '@qifutong/contracts/define-event';
import { slaPolicySet } from '@qifutong/contracts/taskforce/sla-policy-set';
import type { Decision } from '@qifutong/kernel/decision';
import type { SlaPolicy, SlaPolicyVersion } from '../../clock/domain/sla-policy.ts';
import { assertDuration, limitOf, type Calendars, type StatedLimit } from './limit-of.ts';
import { reject } from './rejections.ts';

type Criteria = Pick<SlaPolicy, 'nature' | 'urgency' | 'domain'>;

export interface StatedLine extends Criteria {
  readonly acceptWithin: StatedLimit;
  readonly solveWithin: StatedLimit;
  readonly warnAt: readonly number[] | null;
}

/** Null: as it is in force. */
export interface StatedPolicy {
  /** the version that it is meant to follow */
  readonly expectedVersion: number | null;
  readonly lines: readonly StatedLine[] | null;
  readonly dispatchWithin: StatedLimit | null;
  readonly callbackWithin: StatedLimit | null;
  readonly warnAt: readonly number[] | null;
  readonly urgeEvery: string | null;
  readonly superviseAt: number | null;
  readonly urgeByHandEvery: string | null;
  readonly returnWithin: string | null;
  readonly extendAtMost: string | null;
}

/** A version as a whole. */
export interface WholeSlaPolicy extends SlaPolicyVersion {
  readonly lines: readonly SlaPolicy[];
}

const LINES_AT_MOST = 100;
const WARNINGS_AT_MOST = 10;
const NOTICES_AT_MOST = 100;
const usualWarnings = [75];

function warningsOf(warnAt: readonly number[] | null, field: string): readonly number[] {
  if (warnAt === null) return usualWarnings;
  const rising = warnAt.every((percent, i) => percent > (warnAt[i - 1] ?? 0));
  if (!rising || (warnAt.at(-1) ?? 0) > 99 || warnAt.length > WARNINGS_AT_MOST)
    throw reject('SLA_WARNINGS_FAULTY', { field });
  return warnAt;
}

/** Whether every task that a line asks for is asked for by another. */
function covers(one: Criteria, other: Criteria): boolean {
  return (['nature', 'urgency', 'domain'] as const).every((name) => one[name] === null || one[name] === other[name]);
}

/** @throws SLA_POLICY_TOO_LONG, SLA_POLICY_WITHOUT_MATCH, SLA_LINE_UNREACHABLE */
function assertEveryTaskHasItsLine(lines: readonly StatedLine[]): void {
  if (lines.length > LINES_AT_MOST) throw reject('SLA_POLICY_TOO_LONG', { field: 'lines', limit: LINES_AT_MOST });
  const last = lines.at(-1);
  if (!last || !covers(last, { nature: null, urgency: null, domain: null }))
    throw reject('SLA_POLICY_WITHOUT_MATCH', { field: 'lines' });
  const shadowed = lines.findIndex((line, i) => lines.slice(0, i).some((earlier) => covers(earlier, line)));
  if (shadowed >= 0) throw reject('SLA_LINE_UNREACHABLE', { field: `lines.${shadowed}` });
}

function lineOf({ acceptWithin, solveWithin, warnAt, ...criteria }: StatedLine, i: number, calendars: Calendars) {
  const at = `lines.${i}`;
  return {
    ...criteria,
    position: i + 1,
    acceptWithin: limitOf(acceptWithin, `${at}.acceptWithin`, calendars),
    solveWithin: limitOf(solveWithin, `${at}.solveWithin`, calendars),
    warnAt: warningsOf(warnAt, `${at}.warnAt`),
  };
}

function durationsOf(stated: StatedPolicy, inForce: WholeSlaPolicy) {
  const of = (name: 'urgeEvery' | 'urgeByHandEvery' | 'returnWithin' | 'extendAtMost') => {
    const duration = stated[name];
    if (duration !== null) assertDuration(duration, name, 'PT1M');
    return duration ?? inForce[name];
  };
  return {
    urgeEvery: of('urgeEvery'),
    urgeByHandEvery: of('urgeByHandEvery'),
    returnWithin: of('returnWithin'),
    extendAtMost: of('extendAtMost'),
  };
}

/** @throws SLA_NOTICES_OUT_OF_RANGE */
function assertNotices(superviseAt: number): void {
  if (superviseAt < 1 || superviseAt > NOTICES_AT_MOST)
    throw reject('SLA_NOTICES_OUT_OF_RANGE', { field: 'superviseAt', limit: NOTICES_AT_MOST });
}

/** What a version says of every task alike: where it is not said anew, as in force. */
function sharedOf(stated: StatedPolicy, inForce: WholeSlaPolicy, calendars: Calendars) {
  const { dispatchWithin, callbackWithin, warnAt } = stated;
  const superviseAt = stated.superviseAt ?? inForce.superviseAt;
  assertNotices(superviseAt);
  return {
    dispatchWithin: dispatchWithin ? limitOf(dispatchWithin, 'dispatchWithin', calendars) : inForce.dispatchWithin,
    callbackWithin: callbackWithin ? limitOf(callbackWithin, 'callbackWithin', calendars) : inForce.callbackWithin,
    warnAt: warnAt === null ? inForce.warnAt : warningsOf(warnAt, 'warnAt'),
    superviseAt,
    ...durationsOf(stated, inForce),
  };
}

/** 时限政策: a new version of all that tasks and clocks are bound by. Those that there are keep to theirs. */
export function setSlaPolicy(
  inForce: WholeSlaPolicy,
  stated: StatedPolicy,
  { by, calendars }: { readonly by: string; readonly calendars: Calendars },
  now: Date,
): Decision<WholeSlaPolicy, Announcement> {
  const { expectedVersion, lines } = stated;
  if (expectedVersion !== null && expectedVersion !== inForce.version)
    throw reject('SLA_POLICY_CHANGED', { field: 'expectedVersion', version: inForce.version });
  if (lines !== null) assertEveryTaskHasItsLine(lines);
  const version = inForce.version + 1;
  const state: WholeSlaPolicy = {
    ...sharedOf(stated, inForce, calendars),
    version,
    lines: (lines?.map((line, i) => lineOf(line, i, calendars)) ?? inForce.lines).map((line) => ({ ...line, version })),
    setAt: now,
    setBy: by,
  };
  return {
    state,
    events: [slaPolicySet({ policy: 'SLA', policyVersion: version, setBy: by, setAt: now.toISOString() })],
  };
}
