import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" to a new version of how long something stays. */
export const retentionRejections = {
  ...shapeRejections,
  RETENTION_POLICY_CHANGED: '{field}: 现行为第 {version} 版,请按现行版本修改',
  RETENTION_KIND_ONCE: '{field}: {kind} 须有且仅有一行',
  RETENTION_PERIOD_OUT_OF_RANGE: '{field}: 须为 {least} 天至 {most} 天',
} as const;

export const reject = rejections(retentionRejections);
