interface Happening {
  readonly id: string;
  readonly at: Date;
}

/** An inspection, as far as the light depends on it; `at` is when it was performed. */
export interface Inspected extends Happening {
  readonly kind: 'INSPECTED';
  readonly passed: boolean;
  readonly voided: boolean;
  /** so many failures in a row give red, by the rulebook of the inspection */
  readonly redAtRun: number;
}

/** What happens to a red firm between inspections. */
export interface Step extends Happening {
  readonly kind: 'INTERVIEW_HELD' | 'SHUTDOWN_SIGNED' | 'SHUTDOWN_REFUSED' | 'ACCEPTANCE_APPROVED';
  /** the inspection that a commander's decision was made on: it holds for no other */
  readonly on?: string | null;
}

/** All that the light of a firm follows from. */
export type Fact = Inspected | Step;

/** By time; at the same instant by id. */
export function earlierFirst(a: Happening, b: Happening): number {
  return a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1);
}
