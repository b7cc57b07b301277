/** The series of each kind of document: what its number begins with. */
export const prefixes = {
  RECTIFICATION_ORDER: '改',
  INTERVIEW: '约',
  SHUTDOWN_ORDER: '停',
  ACCEPTANCE: '验',
  APPEAL: '诉',
} as const;
export type DocumentKind = keyof typeof prefixes;

/** The register's entry of a document: to whom it is addressed, and whether that is acknowledged. */
export interface IssuedDocument {
  /** `改20200214-0001` */
  readonly number: string;
  readonly version: number;
  readonly creditCode: string;
  readonly issuedAt: Date;
  /** null again when its final text was issued since */
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
}
