/** What the database searches tasks by: caches of what their clocks say, made by `cached`. */
export interface ClockCache {
  readonly nextDueAt: Date | null;
  /** when something is to be done of itself: a warning, a breach, the next notice */
  readonly wakeAt: Date | null;
  readonly overdue: boolean;
  readonly acceptDueAt: Date;
  readonly acceptMissed: boolean;
  readonly solveDueAt: Date | null;
  readonly solveMissed: boolean;
  /** how many urging notices the clocks brought upon it */
  readonly timesUrged: number;
  /** by which it is put in order on the board: missed and awaited, or running; else of an open one none, and of one that has ended the last that ran */
  readonly deadlineAt: Date;
  /** a clock that runs has been warned of */
  readonly nearLimit: boolean;
}
