import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a new version of the time limits of due process. */
export const processPolicyRejections = {
  ...shapeRejections,
  PROCESS_POLICY_CHANGED: '{field}: 现行为第 {version} 版,请按现行版本修改',
  PROCESS_LIMIT_OUT_OF_RANGE: '{field}: 须为 {least} 至 {most} 的整数',
} as const;

export const reject = rejections(processPolicyRejections);
