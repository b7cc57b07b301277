import type { Channel } from '@qifutong/contracts/fields';
import { EntitySchema } from 'typeorm';

export const callPurposes = ['ENQUIRY', 'COMPLAINT_ELSEWHERE', 'WRONG_NUMBER', 'SILENT', 'OTHER'] as const;
export type CallPurpose = (typeof callPurposes)[number];

/** A contact that became no issue. */
export interface Call {
  readonly id: string;
  readonly channel: Channel;
  readonly purpose: CallPurpose;
  readonly townCode: string | null;
  readonly note: string | null;
  readonly externalRef: string | null;
  readonly requestId: string | null;
  readonly takenBy: string;
  readonly takenAt: Date;
  /** written by the database: the day's account goes by it */
  readonly bookedAt?: Date;
}

export const CallTable = new EntitySchema<Call>({
  name: 'call',
  columns: {
    id: { type: 'uuid', primary: true },
    channel: { type: 'text' },
    purpose: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    note: { type: 'text', nullable: true },
    externalRef: { type: 'text', nullable: true },
    requestId: { type: 'text', nullable: true },
    takenBy: { type: 'text' },
    takenAt: { type: 'timestamptz', precision: 3 },
    bookedAt: { type: 'timestamptz', precision: 3, select: false, insert: false, update: false },
  },
});
