import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of an issue. */
export const issueRejections = {
  ...shapeRejections,
  ISSUE_NOT_FOUND: '没有这个问题',
  ISSUE_STATUS_FORBIDS_MOVE: '问题 {number} 处于 {status} 状态,不能执行 {move}',
  ISSUE_NOT_TRIAGED: '问题 {number} 尚未研判,不能派单',
  ISSUE_HANDLED_BY_CALLER: '问题 {number} 由您经办过,须由他人回访',
  ISSUE_FIRM_UNKNOWN: '{field}: 登记册中没有这个企业',
  ISSUE_FIRM_MATCHED: '{field}: 问题 {number} 已归属其他企业',
  FIRM_ALIASES_TOO_MANY: '{field}: 该企业的别名已满 {limit} 个',
  CALLBACK_NOT_REACHED_BUT_RATED: '{field}: 未联系上企业,不能有满意度',
} as const;

export const reject = rejections(issueRejections);
