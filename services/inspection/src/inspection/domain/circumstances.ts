/** The rulebook in force when an inspection was performed, as far as it judges the inspection. */
export interface RulesInForce {
  readonly version: number;
  /** an inspection with more rules not applicable counts as failed */
  readonly notApplicableAtMost: number;
  /** in the order of the list */
  readonly rules: readonly { readonly code: string }[];
}

/** What the plan that a delivery names says of its firm. */
export interface PlannedVisit {
  /** the plan's, `YYYY-MM-DD` */
  readonly day: string;
  /** who is sent to the firm; empty where nobody is */
  readonly inspectors: readonly string[];
}

/** What an inspection meets when it is delivered. */
export interface Circumstances {
  /** with the town that the firm was of when it was performed; null when the firm is not enrolled */
  readonly enrolment: { readonly enrolledAt: Date; readonly townCode: string | null } | null;
  /** null when there was none yet */
  readonly rulebook: RulesInForce | null;
  /** the town to which the inspector's account is confined; null: the whole county */
  readonly inspectorTown: string | null;
  /** those of its colleagues who are on the list of inspectors */
  readonly colleagues: ReadonlySet<string>;
  /** those of its photos that are stored, each with the firm whose inspections show it; null while none does */
  readonly photos: ReadonlyMap<string, string | null>;
  /** null: it names none, or one that is not there */
  readonly plan: PlannedVisit | null;
  /** of the county, whose days have the plans */
  readonly timeZone: string;
}
