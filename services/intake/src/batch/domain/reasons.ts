/** Why an issue is excluded, doubtful, skipped or failed: the code, and the sentence that a person reads. */
export const reasons = {
  ALREADY_CLOSED: '问题已销项或已退回',
  MERGED: '问题已并入另一问题',
  OPTED_OUT: '问题不参加批量化解',
  OWN_SOLUTION: '问题已自行解决或已即时答复',
  OTHER_GUIDANCE: '问题已由另一指导意见解决',
  OLD_VERSION: '问题已由本意见的旧版本解决,待复核',
  ALREADY_SETTLED: '问题已由本意见解决',
  OTHER_COMMON_ISSUE: '问题属于另一共性问题',
  TAKEN_OUT: '问题已移出该共性问题',
  OTHER_DOMAIN: '问题的领域不在本意见范围内',
  OTHER_TOWN: '企业所在乡镇不在本意见范围内',
  OTHER_INDUSTRY: '企业所属行业不在本意见范围内',
  OTHER_SIZE: '企业规模不在本意见范围内',
  FIRM_UNMATCHED: '企业尚未对应到名录,无法核对范围',
  TOWN_UNKNOWN: '不知企业所在乡镇,无法核对范围',
  INDUSTRY_UNKNOWN: '不知企业所属行业,无法核对范围',
  SIZE_UNKNOWN: '不知企业规模,无法核对范围',
  DOMAIN_UNKNOWN: '问题尚未研判领域',
  TRIED_BEFORE: '企业已说过本意见未能解决',
  REPORTED_AFTER_END: '问题登记于意见失效之后',
  URGENT: '问题紧急,须人工确认',
  LOW_LIKENESS: '与共性问题的相似度低',
  GUIDANCE_WITHDRAWN: '指导意见已撤回',
  GUIDANCE_SUPERSEDED: '指导意见已有新版本',
  BATCH_REVERTED: '该批已撤销',
  WRITTEN_OFF: '问题已销项',
  CALLED_BACK: '企业回访后已重新办理',
  OTHER_SOLUTION: '问题现在的办法不是这一批给的',
} as const;
export type Reason = keyof typeof reasons;

/** The sentence of a code; what failed for a reason that no rule knows says its code. */
export function sentenceOf(code: string | null): string | null {
  if (code === null) return null;
  return (reasons as Readonly<Record<string, string>>)[code] ?? `未能办理:${code}`;
}
