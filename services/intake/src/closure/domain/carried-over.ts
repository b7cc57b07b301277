/** Why an issue is carried over, by its status at the day's end. */
const reasonOfStatus = {
  REGISTERED: 'AWAITING_TRIAGE',
  ANSWERED: 'AWAITING_CALLBACK',
  DISPATCHED: 'AWAITING_ACCEPTANCE',
  IN_PROGRESS: 'IN_PROGRESS',
  SOLVED: 'AWAITING_CALLBACK',
  REOPENED: 'AWAITING_DISPATCH',
} as const;
export type OpenStatus = keyof typeof reasonOfStatus;
export const openStatuses = Object.keys(reasonOfStatus) as OpenStatus[];

export const carriedReasons = {
  AWAITING_TRIAGE: '待研判派单',
  AWAITING_DISPATCH: '待重新派单',
  AWAITING_ACCEPTANCE: '待接单',
  IN_PROGRESS: '办理中',
  AWAITING_CALLBACK: '待回访',
  COMMON_ISSUE: '共性问题办理中',
} as const;
export type CarriedReason = keyof typeof carriedReasons;

/** An issue that waits for its common issue waits for nothing else, until its firm is to be called back. */
export function carriedReason(status: OpenStatus, inCommonIssue: boolean): CarriedReason {
  const reason = reasonOfStatus[status];
  return inCommonIssue && reason !== 'AWAITING_CALLBACK' ? 'COMMON_ISSUE' : reason;
}
