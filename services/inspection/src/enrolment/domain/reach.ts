interface Firm {
  /** null: nobody knows it, so that the firm is for all */
  readonly firmTown: string | null;
  /** a plan sends the inspector there, or an inspection of the firm was his */
  readonly assigned: boolean;
}

/** True when an inspector of that town may act on the firm. */
export function isInReach(town: string, { firmTown, assigned }: Firm): boolean {
  return firmTown === null || firmTown === town || assigned;
}
