export const shutdownStatuses = ['DRAFTED', 'IN_FORCE', 'REFUSED', 'LIFTED', 'WITHDRAWN'] as const;
export type ShutdownStatus = (typeof shutdownStatuses)[number];

/** 停工停产通知书: a machine drafts it, a commander signs it; it rests on the one inspection that it was drafted for. */
export interface ShutdownOrder {
  readonly id: string;
  readonly version: number;
  /** `停20200214-0001` */
  readonly number: string;
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly issuedAt: Date;
  readonly inspectionId: string;
  readonly causedAt: Date;
  readonly status: ShutdownStatus;
  /** until then nothing is signed, unless the firm itself spoke before */
  readonly defenceDueAt: Date;
  /** what the firm said by its own account, one statement a line or more */
  readonly defence: string | null;
  readonly defenceWaived: boolean;
  readonly defenceAt: Date | null;
  readonly defenceBy: string | null;
  /** what somebody else took down of it; null with a time: that it says nothing */
  readonly hearing: string | null;
  readonly hearingAt: Date | null;
  readonly hearingBy: string | null;
  readonly legalBasis: string | null;
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
  readonly signedByName: string | null;
  readonly refusedAt: Date | null;
  readonly refusedBy: string | null;
  /** null: of a refusal from before names were kept, too */
  readonly refusedByName: string | null;
  readonly refusalReason: string | null;
  readonly acceptanceId: string | null;
  readonly liftedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

/** What a shutdown order is about, in every event. */
export function about({ id, number, creditCode, townCode, inspectionId }: ShutdownOrder) {
  return { shutdownId: id, number, firmCreditCode: creditCode, townCode, inspectionId };
}
