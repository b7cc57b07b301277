export const appealStatuses = ['LODGED', 'UPHELD', 'DISMISSED'] as const;
export type AppealStatus = (typeof appealStatuses)[number];

/** 申诉: a firm's objection to the result of an inspection. */
export interface Appeal {
  readonly id: string;
  readonly version: number;
  /** `诉20200214-0001` */
  readonly number: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly inspectionId: string;
  readonly status: AppealStatus;
  /** when it was lodged */
  readonly issuedAt: Date;
  readonly grounds: string;
  readonly lodgedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly reason: string | null;
}

/** What is appealed. */
export interface Appealed {
  readonly id: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly performedAt: Date;
  readonly receivedAt: Date;
  readonly inspectors: readonly string[];
  readonly voidedAt: Date | null;
}

/** What an appeal is about, in every event. */
export function about({ id, number, creditCode, townCode, inspectionId }: Appeal) {
  return { appealId: id, number, firmCreditCode: creditCode, townCode, inspectionId };
}
