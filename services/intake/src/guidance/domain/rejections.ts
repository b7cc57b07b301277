import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a guidance. */
export const guidanceRejections = {
  ...shapeRejections,
  GUIDANCE_NOT_FOUND: '{field}: 没有这个指导意见',
  GUIDANCE_WITHDRAWN: '指导意见《{title}》已撤回',
  GUIDANCE_DATES_REVERSED: '{field}: 失效日期不能早于生效日期 {from}',
  GUIDANCE_VERSION_TOO_EARLY: '{field}: 新版本不能早于现行版本的生效日期 {from}',
  GUIDANCE_TOWN_UNKNOWN: '{field}: 没有代码为 {code} 的乡镇(街道)',
  GUIDANCE_OF_OTHER_COMMON_ISSUE: '{field}: 该指导意见属于另一共性问题',
} as const;

export const reject = rejections(guidanceRejections);
