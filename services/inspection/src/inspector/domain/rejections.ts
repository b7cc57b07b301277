import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" about an inspector. */
export const inspectorRejections = {
  ...shapeRejections,
  INSPECTOR_NOT_FOUND: '{field}: 没有这位检查员',
  INSPECTOR_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  INSPECTOR_OF_OTHERS: '{field}: 只能为本人申报或撤回回避',
  INSPECTOR_CONFLICT_NOT_FOUND: '{field}: 没有对该企业的有效回避申报',
  INSPECTOR_CONFLICT_BY_OTHERS: '{field}: 对该企业的回避由他人申报,本人不能撤回',
} as const;

export const reject = rejections(inspectorRejections);
