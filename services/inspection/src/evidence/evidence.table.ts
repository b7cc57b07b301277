import { EntitySchema } from 'typeorm';
import type { Evidence, Sent } from './domain/evidence.ts';

export const EvidenceTable = new EntitySchema<Evidence>({
  name: 'evidence',
  columns: {
    id: { type: 'uuid', primary: true },
    sha256: { type: 'text' },
    type: { type: 'text' },
    bytes: { type: 'int' },
    width: { type: 'int' },
    height: { type: 'int' },
    uploadedBy: { type: 'text' },
    uploadedAt: { type: 'timestamptz', precision: 3 },
    referredAt: { type: 'timestamptz', precision: 3, nullable: true },
    creditCode: { type: 'text', nullable: true },
  },
});

export const EvidenceSentTable = new EntitySchema<Sent>({
  name: 'evidence_sent',
  columns: {
    sha256: { type: 'text', primary: true },
    evidenceId: { type: 'uuid' },
    bytes: { type: 'int' },
    sentBy: { type: 'text' },
    sentAt: { type: 'timestamptz', precision: 3 },
  },
});

/** A file of the store that no evidence has, or not yet. */
export interface Leftover {
  readonly id: string;
  readonly leftAt: Date;
}

export const LeftoverTable = new EntitySchema<Leftover>({
  name: 'evidence_leftover',
  columns: { id: { type: 'uuid', primary: true }, leftAt: { type: 'timestamptz', precision: 3 } },
});
