import { EntitySchema } from 'typeorm';
import { asJson, timeLimit } from '../clock/clock.column.ts';
import type { TimeLimit } from '../clock/domain/time-limit.ts';

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

export const SlaPolicyVersionTable = new EntitySchema<SlaPolicyVersion>({
  name: 'sla_policy_version',
  columns: {
    version: { type: 'int', primary: true },
    dispatchWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    callbackWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    warnAt: { type: 'int', array: true },
    urgeEvery: { type: 'text' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
