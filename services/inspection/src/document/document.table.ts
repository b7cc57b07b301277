import { EntitySchema } from 'typeorm';
import type { IssuedDocument, ProcessPolicy } from './domain/document.ts';

export const DocumentTable = new EntitySchema<IssuedDocument>({
  name: 'document',
  columns: {
    number: { type: 'text', primary: true },
    creditCode: { type: 'text' },
    issuedAt: { type: 'timestamptz', precision: 3 },
    acknowledgedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acknowledgedBy: { type: 'text', nullable: true },
  },
});

export const ProcessPolicyTable = new EntitySchema<ProcessPolicy>({
  name: 'process_policy',
  columns: {
    version: { type: 'int', primary: true },
    rectifyWithinDays: { type: 'int' },
    interviewWithinHours: { type: 'int' },
    appealWithinDays: { type: 'int' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
