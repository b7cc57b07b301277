import type { Domain } from '@qifutong/contracts/fields';

/**
 * One thing that firms speak of, or one thing that is the matter with it: what it is called here, whom it mostly concerns
 * (with how much weight, where not 1), and the words for it, as alternatives of a regular expression over folded text.
 */
export type Concept = readonly [name: string, domain: Domain | null, surfaces: string, weight?: number];
