import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a policy. */
export const policyRejections = {
  ...shapeRejections,
  POLICY_CHANGED: '{field}: 现行为第 {version} 版,请按现行版本修改',
  POLICY_DAYS_EXCEED_ATTEMPTS: '{field}: 天数不能多于次数',
  POLICY_LINE_FOR_THE_REST: '{field}: 须有且仅有一行不限领域',
  POLICY_DOMAIN_REPEATED: '{field}: 同一领域只能有一行',
} as const;

export const reject = rejections(policyRejections);
