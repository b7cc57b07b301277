/** What does not stay for good. */
export const retentionKinds = ['REPORTER_CONTACT', 'PUBLIC_OPINION_ITEM'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** How long one kind stays. */
export interface RetentionLine {
  readonly kind: RetentionKind;
  /** by the county's calendar, ISO 8601: `P12M` */
  readonly after: string;
}

/** A version: a line of every kind. */
export interface RetentionPolicy {
  readonly version: number;
  readonly lines: readonly RetentionLine[];
  readonly setAt: Date;
  /** null: it came with the product */
  readonly setBy: string | null;
}

/** What is to be known of an issue. */
export interface IssueLife {
  readonly id: string;
  readonly status: string;
  readonly mergedInto: string | null;
  /** the last time; null while it is open again */
  readonly writtenOffAt: Date | null;
}

/** Names and numbers of who reported one issue. */
export interface ContactItem {
  readonly kind: 'REPORTER_CONTACT';
  readonly issueId: string;
}

/** What the watch over public opinion brought in and what became no issue. */
export interface OpinionItem {
  readonly kind: 'PUBLIC_OPINION_ITEM';
  readonly callId: string;
  readonly takenAt: Date;
  /** by which the day's account counts it */
  readonly bookedAt: Date;
}

/** Why something stays. */
export type StayReason = 'ISSUE_OPEN' | 'ISSUE_REJECTED' | 'WITHIN_PERIOD' | 'DAY_NOT_CLOSED';

export function afterOf({ lines }: Pick<RetentionPolicy, 'lines'>, kind: RetentionKind): string {
  return lines.find((line) => line.kind === kind)!.after;
}
