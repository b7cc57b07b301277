/** Where a rule is kept: at work, or in canteen, dormitory and isolation. */
export const areas = ['PRODUCTION', 'LIVING'] as const;
export type Area = (typeof areas)[number];

/** One of the things that a firm must keep. */
export interface Rule {
  /** stays the same from version to version, e.g. MASKS_WORN */
  readonly code: string;
  /** 1 is the first of the list */
  readonly position: number;
  readonly area: Area;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** 自主管理制度: one version of the list of rules, with the numbers that turn results into lights. */
export interface Rulebook {
  readonly version: number;
  /** the first county day of its force, `YYYY-MM-DD` */
  readonly inForceFrom: string;
  /** an inspection with more rules not applicable counts as failed */
  readonly notApplicableAtMost: number;
  /** so many failed inspections in a row give red: 连续3次亮黄灯 */
  readonly redAtRun: number;
  /** null: it stands; it was never in force otherwise */
  readonly withdrawnAt: Date | null;
  /** by position */
  readonly rules: readonly Rule[];
}
