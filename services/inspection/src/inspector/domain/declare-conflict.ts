import type { Announcement } from '@qifutong/contracts/define-event';
import { inspectorConflictDeclared } from '@qifutong/contracts/inspection/inspector-conflict-declared';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import type { Decision } from '@qifutong/kernel/decision';
import type { InspectorConflict } from './inspector.ts';
import { reject } from './rejections.ts';

interface Declared {
  readonly id: string;
  /** whose interest it is */
  readonly sub: string;
  readonly creditCode: string;
  readonly by: string;
  /** may declare for others */
  readonly forOthers: boolean;
}

/** 回避申报: an inspector declares for himself; others for him only where they may. */
export function declareConflict(
  { id, sub, creditCode, by, forOthers }: Declared,
  now: Date,
): Decision<InspectorConflict, Announcement> {
  if (sub !== by && !forOthers) throw reject('INSPECTOR_OF_OTHERS', { field: 'sub' });
  if (!isCreditCode(creditCode)) throw reject('INSPECTOR_CREDIT_CODE_INVALID', { field: 'creditCode' });
  const told = { inspector: sub, firmCreditCode: creditCode, declaredBy: by, declaredAt: now.toISOString() };
  const declared = { id, sub, creditCode, declaredAt: now, declaredBy: by, withdrawnAt: null, withdrawnBy: null };
  return { state: declared, events: [inspectorConflictDeclared(told)] };
}
