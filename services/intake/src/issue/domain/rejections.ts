import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of an issue. */
export const issueRejections = {
  ...shapeRejections,
  ISSUE_NOT_FOUND: '没有这个问题',
  ISSUE_STATUS_FORBIDS_MOVE: '问题 {number} 处于 {status} 状态,不能执行 {move}',
  ISSUE_NOT_TRIAGED: '问题 {number} 尚未研判,不能派单',
  ISSUE_HANDLED_BY_CALLER: '问题 {number} 由您经办过,须由他人回访',
  ISSUE_IN_COMMON_ISSUE: '问题 {number} 已属于共性问题,须先移出',
  ISSUE_NOT_IN_COMMON_ISSUE: '问题 {number} 不属于任何共性问题',
  ISSUE_OPTED_OUT: '问题 {number} 不参加批量化解',
  ISSUE_NOT_SOLVED_BY_BATCH: '问题 {number} 现在的办法不是这一批给的',
  CALLBACK_NOT_REACHED_BUT_RATED: '{field}: 未联系上企业,不能有满意度',
} as const;

export const reject = rejections(issueRejections);
