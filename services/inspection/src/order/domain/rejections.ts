import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a change of a rectification order. */
export const orderRejections = {
  ...shapeRejections,
  ORDER_NOT_FOUND: '{field}: 没有这份整改单',
  ORDER_NOT_OPEN: '{field}: 整改单 {number} 已逾期、完成或撤回',
  ORDER_DATE_PASSED: '{field} 早于今天',
  ORDER_DATE_TOO_LATE: '{field} 晚于 {latest},整改期限不得再延',
  ORDER_OF_ANOTHER_TOWN: '{field}: 整改单 {number} 的企业属于其他乡镇(街道),您未被派往该企业',
} as const;

export const reject = rejections(orderRejections);
