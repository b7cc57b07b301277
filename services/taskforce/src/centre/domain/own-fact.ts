import type { ownTypes } from './course.ts';

/** What of a task tells the centre something. */
interface Stage {
  readonly status: string;
  /** null where a guidance is its solution: of that intake tells */
  readonly solutionText: string | null;
  readonly predecessorId: string | null;
}

const isSolvedByItself = (task: Stage | null) => task?.status === 'SOLUTION_PROPOSED' && task.solutionText !== null;
const isSolved = (task: Stage | null) => task?.status === 'SOLUTION_PROPOSED';
const inHand: readonly string[] = ['ACCEPTED', 'SUSPENDED'];

/** What a move of an issue's task (before it: null, where it was just opened) says to the centre; null: nothing. */
export function ownFact(before: Stage | null, after: Stage): (typeof ownTypes)[number] | null {
  if (before === null) return after.predecessorId === null ? null : 'DISPATCHED_ANEW';
  // un-merged it is solved as before: intake tells of that
  if (!isSolved(before) && before.status !== 'CANCELLED' && isSolvedByItself(after)) return 'SOLVED';
  if (isSolvedByItself(before) && inHand.includes(after.status)) return 'SOLUTION_REJECTED';
  return before.status !== 'RETURNED' && after.status === 'RETURNED' ? 'RETURNED' : null;
}
