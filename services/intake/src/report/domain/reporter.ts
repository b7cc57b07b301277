/** What a report may tell of who reported. */
export interface Contact {
  readonly name: string | null;
  readonly phone: string | null;
}

/** Who reported, kept apart from the report: masked as everybody may see it, and sealed. */
export interface Reporter {
  readonly reportId: string;
  readonly nameMask: string | null;
  readonly phoneMask: string | null;
  /** name and phone, encrypted; null where neither was given, or both are gone */
  readonly sealed: string | null;
  readonly keyId: string | null;
  /** once name and number are gone for good: which of the issue's reporters it was, counted from 1 */
  readonly pseudonym: number | null;
  readonly pseudonymisedAt: Date | null;
  readonly confidential: boolean;
}

/** One showing of a reporter, or a try that was refused. Never changed, never deleted. */
export interface Showing {
  readonly id: string;
  readonly reportId: string;
  readonly issueId: string;
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly taskForce: string | null;
  readonly reason: string;
  /** why nothing was shown; null where it was */
  readonly refusedAs: ShowingRefusal | null;
  /** of the request: leads to the lines of the logs */
  readonly correlationId: string;
  readonly askedAt: Date;
}

export type ShowingRefusal = 'REPORTER_OF_OTHER_TASK_FORCE' | 'REPORTER_CONFIDENTIAL';
