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
  ISSUE_NOT_TO_BE_REVIEWED: '问题 {number} 没有待复核的事项',
  ISSUE_NOT_SOLVED_BY_BATCH: '问题 {number} 现在的办法不是这一批给的',
  ISSUE_FIRM_UNKNOWN: '{field}: 登记册中没有这个企业',
  ISSUE_FIRM_MATCHED: '{field}: 问题 {number} 已归属其他企业',
  ISSUE_HAS_NO_FIRM: '问题 {number} 尚未匹配企业,没有可更正的归属',
  ISSUE_HAS_MERGED: '问题 {number} 已有 {merged} 个问题并入,须先撤销合并',
  FIRM_ALIASES_TOO_MANY: '{field}: 该企业的别名已满 {limit} 个',
  ISSUE_TRIED_TOO_LITTLE:
    '问题 {number} 本轮解决后未联系上 {attempts} 次、共 {days} 天,满 {neededAttempts} 次且不少于 {neededDays} 天方可销项',
  ISSUE_MERGED_INTO_ITSELF: '{field}: 问题 {number} 不能并入自身',
  ISSUE_MERGE_TARGET_CLOSED: '{field}: 问题 {number} 处于 {status} 状态,不能再并入其他问题',
  ISSUE_OF_OTHER_FIRM: '{field}: 问题 {number} 属于另一家企业,不能合并',
  ISSUE_FIRM_UNMATCHED: '{field}: 问题 {number} 尚未匹配企业,请先匹配,或反向合并',
  ISSUE_NAMES_DIFFER: '{field}: 两个问题所报企业名称不同,确认为同一家企业时请填 true',
  GUIDANCE_NOT_FOUND: '{field}: 没有这份现行有效的指导意见',
  GUIDANCE_DOES_NOT_COVER: '{field}: 问题 {number} 的{outside}不在该指导意见范围内',
  CALLBACK_NOT_REACHED_BUT_RATED: '{field}: 未联系上企业,不能有满意度',
} as const;

export const reject = rejections(issueRejections);
