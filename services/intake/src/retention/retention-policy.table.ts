import { EntitySchema } from 'typeorm';
import type { RetentionLine, RetentionPolicy } from './domain/retention.ts';

/** What a version says of one kind. */
export type RetentionPolicyRow = Omit<RetentionPolicy, 'lines'> & RetentionLine;

export const RetentionPolicyTable = new EntitySchema<RetentionPolicyRow>({
  name: 'retention_policy',
  columns: {
    version: { type: 'int', primary: true },
    kind: { type: 'text', primary: true },
    after: { type: 'text' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
