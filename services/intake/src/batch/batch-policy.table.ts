import type { Domain } from '@qifutong/contracts/fields';
import { EntitySchema } from 'typeorm';

/** From which score on a batch takes an issue for a match. A change is a new version beside the old ones. */
export interface BatchPolicy {
  readonly version: number;
  /** of every domain without a line of its own */
  readonly doubtfulBelow: number;
  readonly setAt: Date;
  readonly setBy: string | null;
}

/** What a version says of one domain. */
export interface BatchLine {
  readonly domain: Domain;
  readonly doubtfulBelow: number;
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

export const BatchPolicyLineTable = new EntitySchema<BatchLine & { readonly version: number }>({
  name: 'batch_policy_line',
  columns: {
    version: { type: 'int', primary: true },
    domain: { type: 'text', primary: true },
    doubtfulBelow: { type: 'real' },
  },
});
