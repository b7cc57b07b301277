import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a call. */
export const callRejections = {
  ...shapeRejections,
  CALL_TOWN_UNKNOWN: '{field}: 没有代码为 {code} 的乡镇(街道)',
} as const;

export const reject = rejections(callRejections);
