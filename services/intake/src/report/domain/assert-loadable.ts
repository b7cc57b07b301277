import { reject } from './rejections.ts';

/** How far history has been loaded. */
export interface Loaded {
  /** when the newest report that was loaded was received; null where there is none */
  readonly newest: Date | null;
  /** true when a day's account is frozen */
  readonly dayClosed: boolean;
}

/** Whether a report of the past may be loaded: in the order of receipt, and before any day's account is frozen. */
export function assertLoadable(receivedAt: Date | null, { newest, dayClosed }: Loaded): asserts receivedAt is Date {
  if (receivedAt === null) throw reject('REPORT_RECEIPT_UNKNOWN', { field: 'receivedAt' });
  if (dayClosed) throw reject('REPORT_DAYS_CLOSED', { field: 'receivedAt' });
  if (newest !== null && receivedAt < newest) throw reject('REPORT_OUT_OF_ORDER', { field: 'receivedAt' });
}
