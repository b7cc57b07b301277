import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of the SLA policy. */
export const slaPolicyRejections = {
  ...shapeRejections,
  SLA_POLICY_CHANGED: '时限政策已被他人修改,现行版本为 {version}',
  SLA_POLICY_WITHOUT_MATCH: '{field}: 最后一行须适用于所有任务,不得限定性质、紧急程度或领域',
  SLA_POLICY_TOO_LONG: '{field}: 最多 {limit} 行',
  SLA_LINE_UNREACHABLE: '{field}: 前面已有一行涵盖本行,本行永远不会适用',
  SLA_DURATION_FAULTY: '{field}: 须为 {least} 至 P366D 之间的 ISO 8601 时长,如 PT24H',
  SLA_DURATION_OUT_OF_REACH: '{field}: 该工作日历今后十年内没有这么多工作时间',
  SLA_DAYS_OUT_OF_RANGE: '{field}: 天数须为 1 至 366',
  SLA_NOTICES_OUT_OF_RANGE: '{field}: 须为 1 至 {limit}',
  SLA_CALENDAR_UNKNOWN: '{field}: 没有这个工作日历',
  SLA_WARNINGS_FAULTY: '{field}: 预警比例须为 1 至 99 的整数,由小到大,最多 10 个',
} as const;

export const reject = rejections(slaPolicyRejections);
