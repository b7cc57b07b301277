import type { Domain } from '@qifutong/contracts/fields';

/** A problem that firms are known to have: whose it is, what it is called here, and how it is told, in several words. */
export type Problem = readonly [domain: Domain, name: string, told: string];
