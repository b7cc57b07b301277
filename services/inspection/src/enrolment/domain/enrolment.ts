/** A town that a firm was of until it was put into another one; null: nobody knew it. */
export interface FormerTown {
  readonly townCode: string | null;
  readonly until: Date;
}

/** A firm's entry into the list of those that are inspected. */
export interface Enrolment {
  readonly creditCode: string;
  readonly version: number;
  readonly townCode: string | null;
  /** in the order of the changes */
  readonly formerTowns: readonly FormerTown[];
  readonly enrolledAt: Date;
  readonly enrolledBy: string;
  /** the acceptance (复工验收) at first resumption that is still to be approved; null: enrolled for good */
  readonly provisionalFor: string | null;
}
