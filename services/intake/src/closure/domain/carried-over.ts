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
  AWAITING_BATCH: '待批量化解',
} as const;
export type CarriedReason = keyof typeof carriedReasons;

/** How far the common issue of an issue had come; NONE: it is in none, or in one that was not dispatched. */
export const wholes = ['NONE', 'DISPATCHED', 'SETTLED'] as const;

export interface Stood {
  readonly status: OpenStatus;
  /** a task force has it */
  readonly inHand: boolean;
  readonly whole: (typeof wholes)[number];
}

/** What a common issue settles waits for nothing else, until its firm is to be called back: for its task, then for the batch. */
export function carriedReason({ status, inHand, whole }: Stood): CarriedReason {
  const reason = reasonOfStatus[status];
  if (reason === 'AWAITING_CALLBACK') return reason;
  if (whole !== 'NONE') return whole === 'SETTLED' ? 'AWAITING_BATCH' : 'COMMON_ISSUE';
  // it was given back, or its own task ended for a common issue that nobody works on
  return reason === 'AWAITING_TRIAGE' || inHand ? reason : 'AWAITING_DISPATCH';
}
