import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" about an inspector. */
export const inspectorRejections = {
  ...shapeRejections,
  INSPECTOR_NOT_FOUND: '{field}: 没有这位检查员',
  INSPECTOR_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  INSPECTOR_OF_OTHERS: '{field}: 只能为本人申报回避',
} as const;

export const reject = rejections(inspectorRejections);
