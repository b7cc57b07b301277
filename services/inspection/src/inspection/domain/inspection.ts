export const ruleResults = ['MET', 'UNMET', 'NOT_APPLICABLE'] as const;
export type RuleResult = (typeof ruleResults)[number];

/** What was found of one rule. */
export interface RuleAnswer {
  /** the rule's code */
  readonly rule: string;
  readonly result: RuleResult;
  readonly note: string | null;
}

/** Where the device was, WGS 84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  /** the radius within which it was, as the device believes */
  readonly accuracyMetres: number;
}

/** Strokes of points `[x, y]`, as drawn on the device by who was inspected. */
export type Signature = readonly (readonly (readonly number[])[])[];

/** 抽查: one check of one firm against the rulebook in force when it was performed. */
export interface Inspection {
  /** made by the device */
  readonly id: string;
  readonly version: number;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly rulebookVersion: number;
  readonly performedAt: Date;
  readonly receivedAt: Date;
  /** who delivered it first, then the colleagues */
  readonly inspectors: readonly string[];
  /** one per rule, in the rulebook's order */
  readonly results: readonly RuleAnswer[];
  readonly position: Position | null;
  readonly signature: Signature | null;
  /** ids of stored evidence */
  readonly photos: readonly string[];
  /** null: not planned */
  readonly planId: string | null;
  readonly passed: boolean;
  /** when an appeal took it out of the firm's history */
  readonly voidedAt: Date | null;
}
