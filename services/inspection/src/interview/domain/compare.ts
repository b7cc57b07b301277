import type { Cause, Interview } from './interview.ts';

/** An interview that must exist; `heldAs` is the one that ended the wait for it. */
export interface Due extends Cause {
  readonly heldAs: string | null;
}

export interface Compared {
  readonly gone: readonly Interview[];
  readonly kept: readonly { readonly interview: Interview; readonly cause: Cause }[];
  readonly missing: readonly Cause[];
}

type Fits = (interview: Interview, due: Due) => boolean;

const isHeldFor: Fits = ({ id }, { heldAs }) => id === heldAs;
const isCausedAlike: Fits = (one, due) => one.inspectionId === due.inspectionId && one.shutdownId === due.shutdownId;
/** A summons that is out stays out when the history shows another beginning: corrected, not repeated. */
const isStillOut: Fits = ({ status }, { heldAs }) => heldAs === null && (status === 'SUMMONED' || status === 'MISSED');

/**
 * Compares the interviews that must exist with those that are stored.
 * @param stored all of the same stretch of history, withdrawn ones too
 */
export function compare(due: readonly Due[], stored: readonly Interview[]): Compared {
  const taken = new Map<Due, Interview>();
  const valid = (interview: Interview) => interview.status !== 'WITHDRAWN';
  const inUse = [...stored.filter(valid), ...stored.filter((one) => !valid(one))];
  for (const fits of [isHeldFor, isCausedAlike, isStillOut])
    for (const one of due.filter((some) => !taken.has(some))) {
      const used = new Set(taken.values());
      const found = inUse.find((interview) => !used.has(interview) && fits(interview, one));
      if (found) taken.set(one, found);
    }
  const used = new Set(taken.values());
  return {
    gone: stored.filter((one) => valid(one) && !used.has(one)),
    kept: [...taken].map(([cause, interview]) => ({ cause, interview })),
    missing: due.filter((one) => !taken.has(one)),
  };
}
