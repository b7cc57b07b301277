import { EntitySchema } from 'typeorm';
import type { Reporter, Showing } from './domain/reporter.ts';

export const ReporterTable = new EntitySchema<Reporter>({
  name: 'reporter',
  columns: {
    reportId: { type: 'uuid', primary: true },
    nameMask: { type: 'text', nullable: true },
    phoneMask: { type: 'text', nullable: true },
    sealed: { type: 'text', nullable: true },
    keyId: { type: 'text', nullable: true },
    pseudonym: { type: 'int', nullable: true },
    pseudonymisedAt: { type: 'timestamptz', precision: 3, nullable: true },
    confidential: { type: 'boolean' },
  },
});

export const ShowingTable = new EntitySchema<Showing>({
  name: 'reporter_showing',
  columns: {
    id: { type: 'uuid', primary: true },
    reportId: { type: 'uuid' },
    issueId: { type: 'uuid' },
    sub: { type: 'text' },
    name: { type: 'text' },
    roles: { type: 'text', array: true },
    taskForce: { type: 'text', nullable: true },
    reason: { type: 'text' },
    refusedAs: { type: 'text', nullable: true },
    correlationId: { type: 'text' },
    askedAt: { type: 'timestamptz', precision: 3 },
  },
});
