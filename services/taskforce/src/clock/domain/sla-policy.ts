import type { Domain, Nature, Urgency } from '@qifutong/contracts/fields';
import { durationMs } from './duration.ts';
import type { TimeLimit } from './time-limit.ts';

/** One line of the ordered list of time limits; a change of any line makes a new version of all. */
export interface SlaPolicy {
  readonly version: number;
  readonly position: number;
  readonly nature: Nature | null;
  readonly urgency: Urgency | null;
  readonly domain: Domain | null;
  readonly acceptWithin: TimeLimit;
  readonly solveWithin: TimeLimit;
  /** percent of a limit at which its task force is warned, rising */
  readonly warnAt: readonly number[];
}

/** What a version of the SLA policy says of every task alike, and of the centre's own clocks; its lines are `SlaPolicy`. */
export interface SlaPolicyVersion {
  readonly version: number;
  /** registration to dispatch */
  readonly dispatchWithin: TimeLimit;
  /** solution to callback */
  readonly callbackWithin: TimeLimit;
  /** percent of these two at which the centre is warned, rising */
  readonly warnAt: readonly number[];
  /** how long after a notice the next is due, an ISO 8601 duration as those that follow */
  readonly urgeEvery: string;
  /** at every so many notices for one missed deadline the commander takes the task up */
  readonly superviseAt: number;
  /** how long after a notice by hand the next may be issued */
  readonly urgeByHandEvery: string;
  /** how long after its dispatch a task may be returned */
  readonly returnWithin: string;
  /** how far an extension may move a deadline */
  readonly extendAtMost: string;
  readonly setAt: Date;
  /** null: it came with the product */
  readonly setBy: string | null;
}

/** What a version says of every task alike: a clock and a task keep to theirs. */
export type PolicyOf = (version: number) => SlaPolicyVersion;

/** Milliseconds from one notice to the next, by the version of the policy that a clock keeps to. */
export type UrgeEvery = (policyVersion: number) => number;

export function urgeEvery(policyOf: PolicyOf): UrgeEvery {
  return (version) => durationMs(policyOf(version).urgeEvery);
}
