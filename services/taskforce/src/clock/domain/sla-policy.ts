import type { Domain, Nature, Urgency } from '@qifutong/contracts/fields';
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
  /** how long after a notice the next is due, an ISO 8601 duration */
  readonly urgeEvery: string;
  readonly setAt: Date;
  /** null: it came with the product */
  readonly setBy: string | null;
}
