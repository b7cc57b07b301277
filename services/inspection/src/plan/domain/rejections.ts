import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a plan. */
export const planRejections = {
  ...shapeRejections,
  PLAN_NOT_FOUND: '{field}: 没有这份计划',
  PLAN_EXISTS: '{field}: {day} 已有计划,有人缺勤请重新分派',
  PLAN_DAY_OUT_OF_RANGE: '{field}: 只能为今天起 {days} 天内排计划',
  PLAN_INSPECTOR_NOT_IN_IT: '{field}: {sub} 不在检查员名单或这份计划中',
} as const;

export const reject = rejections(planRejections);
