import type { Colour } from '@qifutong/contracts/fields';

/** Where a firm stands in the table of domain.md 4.3; all but NORMAL are red. */
export const conditions = ['NORMAL', 'INTERVIEW_DUE', 'INTERVIEW_HELD', 'SHUTDOWN_DRAFTED', 'SHUT_DOWN'] as const;
export type Condition = (typeof conditions)[number];

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

/** The light after the one inspection that counts for a county day. */
export interface LightEntry extends Omit<Light, 'causedBy'> {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** the one that counts, whether or not it moved the light */
  readonly inspectionId: string;
}

export interface History {
  /** null while nothing counts */
  readonly light: Light | null;
  /** oldest first */
  readonly entries: readonly LightEntry[];
}
