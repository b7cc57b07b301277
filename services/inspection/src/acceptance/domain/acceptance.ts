import type { AcceptanceKind } from '@qifutong/contracts/fields';

export const acceptanceStatuses = ['OPEN', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'LAPSED'] as const;
export type AcceptanceStatus = (typeof acceptanceStatuses)[number];

/** 复工验收: an application, the inspection on site and the decision of a named approver. */
export interface Acceptance {
  readonly id: string;
  readonly version: number;
  /** `验20200214-0001` */
  readonly number: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly kind: AcceptanceKind;
  /** what it is to lift; null at first resumption */
  readonly shutdownId: string | null;
  readonly status: AcceptanceStatus;
  /** when it was applied for */
  readonly issuedAt: Date;
  readonly appliedBy: string;
  /** the one on site that the decision rests on */
  readonly inspectionId: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly reason: string | null;
  readonly withdrawnAt: Date | null;
  /** when the inspection that its approval rests on was voided; the decision stays on file */
  readonly lapsedAt: Date | null;
}

/** What an acceptance is about, in every event. */
export function about({ id, number, creditCode, townCode, kind, shutdownId }: Acceptance) {
  return { acceptanceId: id, number, firmCreditCode: creditCode, townCode, acceptanceKind: kind, shutdownId };
}
