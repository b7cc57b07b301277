import type { Domain } from '@qifutong/contracts/fields';

export const guidanceStates = ['PUBLISHED', 'WITHDRAWN'] as const;
export type GuidanceState = (typeof guidanceStates)[number];

/** 规范性指导意见: what is the same in all its versions */
export interface Guidance {
  readonly id: string;
  /** of its events */
  readonly version: number;
  readonly state: GuidanceState;
  readonly commonIssueId: string | null;
  readonly domain: Domain;
  readonly currentVersion: number;
  /** its first version was */
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnBecause: string | null;
}

/** What it covers; an empty list is all. */
export interface Scope {
  readonly domain: Domain;
  readonly townCodes: readonly string[];
  /** section letters of GB/T 4754 */
  readonly industries: readonly string[];
  readonly sizes: readonly string[];
}

/** What is published; frozen from then on. Days are the county's, both inclusive. */
export interface Content extends Scope {
  readonly title: string;
  /** Markdown */
  readonly text: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly taskForce: string | null;
}

export interface GuidanceVersion extends Content {
  readonly id: string;
  readonly guidanceId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  /** the last day before a later version takes effect; before its own first day where it never held */
  readonly supersededOn: string | null;
}
