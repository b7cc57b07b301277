/** How soon a firm is called back, and how often that is tried. Held in the table `callback_policy`. */
export interface CallbackPolicy {
  /** what is solved by one version is called back by it */
  readonly version: number;
  /** from the solution or the answer to the callback */
  readonly withinMinutes: number;
  /** how many attempts, on how many of the county's days, must have failed before a commander may write off */
  readonly attempts: number;
  readonly attemptDays: number;
  /** how long to wait after the first, the second … failed attempt; the last one holds for all that follow */
  readonly againAfterMinutes: readonly number[];
}

/** The rules' own numbers: with a day between, the third attempt is on a second day whenever the first two were. */
export const standardPolicy: CallbackPolicy = {
  version: 1,
  withinMinutes: 24 * 60,
  attempts: 3,
  attemptDays: 2,
  againAfterMinutes: [2 * 60, 24 * 60],
};

export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

/** When a firm that was not reached is to be tried again, after so many attempts. */
export function callAgainAt(triedAt: Date, attempts: number, { againAfterMinutes }: CallbackPolicy): Date {
  const minutes = againAfterMinutes[attempts - 1] ?? againAfterMinutes.at(-1) ?? 0;
  return minutesAfter(triedAt, minutes);
}
