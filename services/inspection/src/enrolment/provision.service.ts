import { change } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { confirm as confirmed } from './domain/confirm.ts';
import { enrolments, EnrolmentTable } from './enrolment.table.ts';

/** The enrolment holds until that acceptance is decided. */
export async function provide(tx: Tx, creditCode: string, acceptanceId: string): Promise<void> {
  await tx.manager.update(EnrolmentTable, { creditCode }, { provisionalFor: acceptanceId });
}

/** The enrolment holds for good, by the approval of its acceptance. */
export async function confirm(tx: Tx, creditCode: string, approvedBy: string): Promise<void> {
  await change(tx, enrolments, creditCode, (enrolment, now) => confirmed(enrolment, approvedBy, now));
}
