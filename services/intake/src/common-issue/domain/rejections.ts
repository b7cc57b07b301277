import { rejections, shapeRejections } from '@qifutong/kernel/rejection';

/** Every "no" of a common issue. */
export const commonIssueRejections = {
  ...shapeRejections,
  COMMON_ISSUE_NOT_FOUND: '{field}: 没有这个共性问题',
  COMMON_ISSUE_STATE_FORBIDS_MOVE: '共性问题 {number} 处于 {state} 状态,不能执行 {move}',
  COMMON_ISSUE_MEMBER_UNKNOWN: '{field}: 问题不在共性问题 {number} 的建议名单中',
  COMMON_ISSUE_WITHOUT_MEMBERS: '{field}: 共性问题 {number} 的建议名单中没有可以纳入的问题,请不予立项',
  DELIBERATION_IN_FUTURE: '{field}: 会商时间不能晚于现在',
} as const;

export const reject = rejections(commonIssueRejections);
