/** A firm's entry into the list of those that are inspected. */
export interface Enrolment {
  readonly creditCode: string;
  readonly version: number;
  readonly townCode: string | null;
  readonly enrolledAt: Date;
  readonly enrolledBy: string;
  /** the acceptance (复工验收) at first resumption that is still to be approved; null: enrolled for good */
  readonly provisionalFor: string | null;
}
