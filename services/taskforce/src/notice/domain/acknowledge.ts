import type { Announcement } from '@qifutong/contracts/define-event';
import { urgingAcknowledged } from '@qifutong/contracts/taskforce/urging-acknowledged';
import type { Decision } from '@qifutong/kernel/decision';
import { isAddressedTo, type Addressee } from './addressee.ts';
import { reject } from './rejections.ts';
import type { UrgingNotice } from './urging-notice.ts';

/** @throws NOTICE_OF_SOMEBODY_ELSE */
export function assertAddressed(notice: UrgingNotice, by: Addressee): void {
  if (!isAddressedTo(notice, by)) throw reject('NOTICE_OF_SOMEBODY_ELSE', { field: 'noticeId', number: notice.number });
}

/** No document is acknowledged before it was issued, though the clocks may have been set back since. */
export function notBefore(issuedAt: Date, now: Date): Date {
  return now > issuedAt ? now : issuedAt;
}

/** What every event of a notice after its issue names. */
export function ofNotice({ id: urgingNoticeId, number, taskId, domain, taskForceCode: taskForce }: UrgingNotice) {
  return { urgingNoticeId, number, taskId, domain, taskForce };
}

/** 签收: the addressee has seen the notice; the first time counts. */
export function acknowledge(
  notice: UrgingNotice,
  { by }: { readonly by: Addressee },
  now: Date,
): Decision<UrgingNotice, Announcement> {
  assertAddressed(notice, by);
  if (notice.acknowledgedAt !== null) return { state: notice, events: [] };
  const acknowledgedAt = notBefore(notice.issuedAt, now);
  const told = { acknowledgedBy: by.sub, acknowledgedAt: acknowledgedAt.toISOString() };
  return {
    state: { ...notice, acknowledgedAt, acknowledgedBy: by.sub, acknowledgedByName: by.name },
    events: [urgingAcknowledged({ ...ofNotice(notice), ...told })],
  };
}
