import { EntitySchema } from 'typeorm';
import type { LightEntry } from './domain/light.ts';

export type LightEntryRow = LightEntry & { readonly creditCode: string };

export const LightEntryTable = new EntitySchema<LightEntryRow>({
  name: 'light_entry',
  columns: {
    creditCode: { type: 'text', primary: true },
    at: { type: 'timestamptz', precision: 3, primary: true },
    factId: { type: 'uuid', primary: true },
    day: { type: 'date' },
    kind: { type: 'text' },
    inspectionId: { type: 'uuid' },
    colour: { type: 'text' },
    run: { type: 'int' },
    since: { type: 'timestamptz', precision: 3 },
    condition: { type: 'text' },
    causedBy: { type: 'uuid' },
    reason: { type: 'text' },
  },
});
