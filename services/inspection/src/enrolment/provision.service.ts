import type { Tx } from '@qifutong/persistence/database';
import { EnrolmentTable } from './enrolment.table.ts';

/** The enrolment holds until that acceptance is decided. */
export async function provide(tx: Tx, creditCode: string, acceptanceId: string): Promise<void> {
  await tx.manager.update(EnrolmentTable, { creditCode }, { provisionalFor: acceptanceId });
}

/** The enrolment holds for good. */
export async function confirm(tx: Tx, creditCode: string): Promise<void> {
  await tx.manager.update(EnrolmentTable, { creditCode }, { provisionalFor: null });
}
