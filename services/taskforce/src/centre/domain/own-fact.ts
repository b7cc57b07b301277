import type { ownTypes } from './course.ts';

/** What of a task tells the centre something. */
interface Stage {
  readonly status: string;
  /** null where a guidance is its solution: of that intake tells */
  readonly solutionText: string | null;
  readonly predecessorId: string | null;
  readonly dispatchedAt: Date;
  readonly proposedAt: Date | null;
  readonly handedOnAt: Date | null;
  readonly ineffectiveSolutions: readonly { readonly rejectedAt: Date }[];
}

/** What its task says of an issue, and when that was. */
interface OwnFact {
  readonly type: (typeof ownTypes)[number];
  readonly at: Date;
}

const isSolvedByItself = (task: Stage | null) => task?.status === 'SOLUTION_PROPOSED' && task.solutionText !== null;
const isSolved = (task: Stage | null) => task?.status === 'SOLUTION_PROPOSED';
const inHand: readonly string[] = ['ACCEPTED', 'SUSPENDED'];

/** What a move of an issue's task (before it: null, where it was just opened) says to the centre; null: nothing. */
export function ownFact(before: Stage | null, after: Stage): OwnFact | null {
  if (before === null) return after.predecessorId === null ? null : { type: 'DISPATCHED_ANEW', at: after.dispatchedAt };
  // un-merged it is solved as before: intake tells of that
  if (!isSolved(before) && before.status !== 'CANCELLED' && isSolvedByItself(after))
    return { type: 'SOLVED', at: after.proposedAt! };
  if (isSolvedByItself(before) && inHand.includes(after.status))
    return { type: 'SOLUTION_REJECTED', at: after.ineffectiveSolutions.at(-1)!.rejectedAt };
  const isReturned = before.status !== 'RETURNED' && after.status === 'RETURNED';
  return isReturned ? { type: 'RETURNED', at: after.handedOnAt! } : null;
}
