export const interviewStatuses = ['SUMMONED', 'MISSED', 'HELD', 'WITHDRAWN'] as const;
export type InterviewStatus = (typeof interviewStatuses)[number];

/** What an interview follows from: the inspection that made the firm red, or the shutdown that was refused. */
export interface Cause {
  readonly inspectionId: string | null;
  readonly shutdownId: string | null;
  readonly causedAt: Date;
}

/** 约谈: the summons that comes with red. */
export interface Interview extends Cause {
  readonly id: string;
  readonly version: number;
  /** `约20200214-0001` */
  readonly number: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly issuedAt: Date;
  readonly dueAt: Date;
  readonly status: InterviewStatus;
  /** when it was noticed that the limit had passed; kept when it is held after all */
  readonly missedAt: Date | null;
  readonly heldAt: Date | null;
  readonly heldBy: string | null;
  readonly attendees: readonly string[] | null;
  readonly minutes: string | null;
  readonly commitments: string | null;
  readonly withdrawnAt: Date | null;
}

/** What an interview is about, in every event. */
export function about({ id, number, creditCode, townCode, inspectionId, shutdownId }: Interview) {
  return { interviewId: id, number, firmCreditCode: creditCode, townCode, inspectionId, shutdownId };
}

export function isLate({ heldAt, dueAt }: Interview): boolean {
  return heldAt !== null && heldAt > dueAt;
}
