import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectorConflictWithdrawn } from '@qifutong/contracts/inspection/inspector-conflict-withdrawn';
import type { Decision } from '@qifutong/kernel/decision';
import type { InspectorConflict } from './inspector.ts';
import { reject } from './rejections.ts';

interface Withdrawn {
  /** whose interest it is */
  readonly sub: string;
  readonly by: string;
  /** may act for others */
  readonly forOthers: boolean;
}

/** Takes back a declaration that stands; an inspector his own alone, or what others know of him would bind him as long as he likes. */
export function withdrawConflict(
  conflict: InspectorConflict | null,
  { sub, by, forOthers }: Withdrawn,
  now: Date,
): Decision<InspectorConflict, Announcement> {
  if (sub !== by && !forOthers) throw reject('INSPECTOR_OF_OTHERS', { field: 'sub' });
  if (conflict === null) throw reject('INSPECTOR_CONFLICT_NOT_FOUND', { field: 'creditCode' });
  const { creditCode, declaredBy } = conflict;
  if (declaredBy !== by && !forOthers) throw reject('INSPECTOR_CONFLICT_BY_OTHERS', { field: 'creditCode' });
  const told = { inspector: sub, firmCreditCode: creditCode, withdrawnBy: by, withdrawnAt: now.toISOString() };
  return { state: { ...conflict, withdrawnAt: now, withdrawnBy: by }, events: [inspectorConflictWithdrawn(told)] };
}
