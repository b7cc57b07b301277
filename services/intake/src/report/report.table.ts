import { EntitySchema } from 'typeorm';
import type { Report } from './domain/report.ts';

/** The instant that the day's account counts it by; set by the database. */
interface Booked {
  readonly bookedAt?: Date;
}

export const ReportTable = new EntitySchema<Report & Booked>({
  name: 'report',
  columns: {
    id: { type: 'uuid', primary: true },
    issueId: { type: 'uuid' },
    firstIssueId: { type: 'uuid', nullable: true },
    channel: { type: 'text' },
    text: { type: 'text' },
    firmCreditCode: { type: 'text', nullable: true },
    firmName: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    externalRef: { type: 'text', nullable: true },
    requestId: { type: 'text', nullable: true },
    takenBy: { type: 'text' },
    receivedAt: { type: 'timestamptz', precision: 3 },
    registeredAt: { type: 'timestamptz', precision: 3 },
    bookedAt: { type: 'timestamptz', precision: 3, select: false, insert: false, update: false },
  },
});
