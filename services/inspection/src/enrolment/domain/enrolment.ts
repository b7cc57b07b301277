/** A firm's entry into the list of those that are inspected. */
export interface Enrolment {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly enrolledAt: Date;
  readonly enrolledBy: string;
}
