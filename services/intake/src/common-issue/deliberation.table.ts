import { EntitySchema } from 'typeorm';
import type { Deliberation } from './domain/deliberate.ts';

export const DeliberationTable = new EntitySchema<Deliberation>({
  name: 'deliberation',
  columns: {
    id: { type: 'uuid', primary: true },
    commonIssueId: { type: 'uuid' },
    heldAt: { type: 'timestamptz', precision: 3 },
    place: { type: 'text', nullable: true },
    participants: { type: 'text', array: true },
    conclusion: { type: 'text' },
    recordedAt: { type: 'timestamptz', precision: 3 },
    recordedBy: { type: 'text' },
  },
});
