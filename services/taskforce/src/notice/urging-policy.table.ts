import { EntitySchema } from 'typeorm';

export interface UrgingPolicy {
  readonly onlyOne: true;
  /** at every so many notices for one missed deadline the commander takes the task up */
  readonly superviseAt: number;
  /** how long after a notice by hand the next may be issued, an ISO 8601 duration */
  readonly byHandEvery: string;
}

export const UrgingPolicyTable = new EntitySchema<UrgingPolicy>({
  name: 'urging_policy',
  columns: {
    onlyOne: { type: 'boolean', primary: true, default: true },
    superviseAt: { type: 'int' },
    byHandEvery: { type: 'text' },
  },
});
