import type { Channel } from '@qifutong/contracts/fields';
import { isCreditCode } from '@qifutong/kernel/credit-code';
import { reject } from './rejections.ts';

export interface Submission {
  readonly channel: Channel;
  readonly text: string;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  readonly townCode: string | null;
  readonly externalRef: string | null;
  readonly requestId: string | null;
  readonly receivedAt: Date | null;
  /** who was asked first; null: who hands it in */
  readonly firstContact: FirstContact | null;
}

export interface FirstContact {
  readonly sub: string;
  readonly name: string;
}

/** Who hands a report in: somebody of the centre, or the firm itself. */
export interface Submitter {
  readonly sub: string;
  readonly name: string;
  /** the firm that the submitter speaks for; null for the centre's own people */
  readonly firm: string | null;
}

/** The centre's duty desk: first contact of what a firm hands in by itself. */
export const dutyDesk = { sub: 'centre-duty-desk', name: '县指挥中心值班席' } as const;

/**
 * Checks what a submission means.
 * @returns it with what follows from who submits it and when
 */
export function take(submission: Submission, by: Submitter, now: Date) {
  const { firmCreditCode, receivedAt, firstContact } = submission;
  if (firmCreditCode !== null && !isCreditCode(firmCreditCode))
    throw reject('REPORT_CREDIT_CODE_INVALID', { field: 'firmCreditCode' });
  if (receivedAt !== null && receivedAt > now) throw reject('REPORT_RECEIVED_IN_FUTURE', { field: 'receivedAt' });
  if (by.firm !== null) assertOwn(submission, by.firm);
  return {
    ...submission,
    firmCreditCode: by.firm ?? firmCreditCode,
    receivedAt: receivedAt ?? now,
    firstContact: by.firm === null ? (firstContact ?? { sub: by.sub, name: by.name }) : dutyDesk,
  };
}

function assertOwn({ firmCreditCode, channel, firstContact }: Submission, firm: string): void {
  if (firmCreditCode !== null && firmCreditCode !== firm)
    throw reject('REPORT_OF_OTHER_FIRM', { field: 'firmCreditCode' });
  if (channel !== 'ONLINE') throw reject('REPORT_CHANNEL_NOT_FOR_FIRM', { field: 'channel' });
  if (firstContact !== null) throw reject('REPORT_FIRST_CONTACT_NOT_FOR_FIRM', { field: 'firstContact' });
}
