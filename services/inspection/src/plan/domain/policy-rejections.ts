import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a new version of what plans are drawn by. */
export const planPolicyRejections = {
  ...shapeRejections,
  PLAN_POLICY_CHANGED: '{field}: 现行为第 {version} 版,请按现行版本修改',
} as const;

export const rejectPolicy = rejections(planPolicyRejections);
