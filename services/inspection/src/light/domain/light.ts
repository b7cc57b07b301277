import type { Colour } from '@qifutong/contracts/fields';
import type { Fact } from './fact.ts';

/** Where a firm stands in the table of domain.md 4.3; all but NORMAL are red. */
export const conditions = ['NORMAL', 'INTERVIEW_DUE', 'INTERVIEW_HELD', 'SHUTDOWN_DRAFTED', 'SHUT_DOWN'] as const;
export type Condition = (typeof conditions)[number];

/** What a fact meant for the light: what moved it, or why it stayed. */
export const reasons = [
  'RULES_MET',
  'RULES_UNMET',
  'UNMET_IN_A_ROW',
  'INTERVIEW_AWAITED',
  'MENDED_AFTER_INTERVIEW',
  'NOT_MENDED_AFTER_INTERVIEW',
  'SHUTDOWN_AWAITED',
  'ACCEPTANCE_AWAITED',
  'INTERVIEW_HELD',
  'SHUTDOWN_SIGNED',
  'SHUTDOWN_REFUSED',
  'ACCEPTANCE_APPROVED',
] as const;
export type Reason = (typeof reasons)[number];

/** 三色灯 */
export interface Light {
  readonly colour: Colour;
  /** failed inspections in a row; 0 when green, and not counted on while red */
  readonly run: number;
  /** when the colour was first given in the present unbroken stretch */
  readonly since: Date;
  readonly condition: Condition;
  /** the inspection that last moved colour, run or condition */
  readonly causedBy: string;
}

/** The light after a fact that bears on it: the one inspection that counts for a county day, or a step that moved something. */
export interface LightEntry extends Light {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly at: Date;
  readonly kind: Fact['kind'];
  /** the inspection, the interview, the shutdown or the acceptance */
  readonly factId: string;
  /** the inspection that counted last, whether or not it moved the light */
  readonly inspectionId: string;
  readonly reason: Reason;
}

export interface History {
  /** null while nothing counts */
  readonly light: Light | null;
  /** oldest first */
  readonly entries: readonly LightEntry[];
}

/** Those of inspections: one a county day. */
export function inspectionsAmong<E extends LightEntry>(entries: readonly E[]): E[] {
  return entries.filter(({ kind }) => kind === 'INSPECTED');
}
