import { EntitySchema } from 'typeorm';
import type { ProcessPolicy } from './domain/process-policy.ts';

export const ProcessPolicyTable = new EntitySchema<ProcessPolicy>({
  name: 'process_policy',
  columns: {
    version: { type: 'int', primary: true },
    rectifyWithinDays: { type: 'int' },
    rectifyAtMostDays: { type: 'int' },
    interviewWithinHours: { type: 'int' },
    appealWithinDays: { type: 'int' },
    defenceWithinHours: { type: 'int' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
