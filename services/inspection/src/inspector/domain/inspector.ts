/** 检查员: somebody who may be sent to inspect */
export interface Inspector {
  readonly sub: string;
  readonly version: number;
  readonly name: string;
  /** null: sent anywhere in the county */
  readonly townCode: string | null;
  /** plans are made with those who are active */
  readonly active: boolean;
}

/** 回避: an inspector does not inspect a firm in which there is an interest. */
export interface InspectorConflict {
  readonly id: string;
  readonly sub: string;
  readonly creditCode: string;
  readonly declaredAt: Date;
  readonly declaredBy: string;
  /** null: it stands; one that was taken back stays on file */
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
}
