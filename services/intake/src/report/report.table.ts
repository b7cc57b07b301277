import { EntitySchema } from 'typeorm';
import type { Report } from './domain/report.ts';

export const ReportTable = new EntitySchema<Report>({
  name: 'report',
  columns: {
    id: { type: 'uuid', primary: true },
    issueId: { type: 'uuid' },
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
  },
});
