/** The time limits of due process; a document keeps the date that followed from them. */
export interface ProcessPolicy {
  readonly version: number;
  /** whole county days after that of the issue; 1: before the next day's inspection */
  readonly rectifyWithinDays: number;
  /** an order's own date, whole county days after that of its issue */
  readonly rectifyAtMostDays: number;
  readonly interviewWithinHours: number;
  readonly appealWithinDays: number;
  /** from the draft of a shutdown order on: so long the firm may state its defence before it is signed without any */
  readonly defenceWithinHours: number;
  readonly setAt: Date;
  readonly setBy: string | null;
}
