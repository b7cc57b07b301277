import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a shutdown order. */
export const shutdownRejections = {
  ...shapeRejections,
  SHUTDOWN_NOT_FOUND: '{field}: 没有这份停工停产通知书',
  SHUTDOWN_NOT_DRAFTED: '{field}: 停工停产通知书 {number} 不在待签发状态',
  SHUTDOWN_DEFENCE_NOT_HEARD: '{field}: 企业尚未陈述申辩,期限未满,{number} 不得签发',
  SHUTDOWN_DEFENCE_STATED: '{field}: {number} 的陈述申辩已记录',
  SHUTDOWN_WAIVER_NOT_BY_FIRM: '{field}: 期限未满,{number} 的陈述申辩只能由企业本身放弃',
  SHUTDOWN_OF_ANOTHER_TOWN: '{field}: {number} 的企业属于其他乡镇(街道),您未被派往该企业',
} as const;

export const reject = rejections(shutdownRejections);
