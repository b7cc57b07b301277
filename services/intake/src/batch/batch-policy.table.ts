import { EntitySchema } from 'typeorm';

/** From which score on a batch takes an issue for a match. A change is a new version beside the old ones. */
export interface BatchPolicy {
  readonly version: number;
  readonly doubtfulBelow: number;
  readonly setAt: Date;
  readonly setBy: string | null;
}

export const BatchPolicyTable = new EntitySchema<BatchPolicy>({
  name: 'batch_policy',
  columns: {
    version: { type: 'int', primary: true },
    doubtfulBelow: { type: 'real' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
