import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a firm. */
export const firmRejections = {
  ...shapeRejections,
  FIRM_NOT_FOUND: '{field}: 登记册中没有这个企业',
  FIRM_CREDIT_CODE_INVALID: '{field} 不是有效的统一社会信用代码',
  FIRM_TOWN_UNKNOWN: '{field}: 没有代码为 {code} 的乡镇(街道)',
  FIRM_ALIASES_TOO_MANY: '{field}: 别名最多 {limit} 个',
  FIRM_ROWS_TOO_MANY: '{field}: 每次最多 {limit} 行',
} as const;

export const reject = rejections(firmRejections);
