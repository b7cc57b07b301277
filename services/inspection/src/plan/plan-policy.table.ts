import { EntitySchema } from 'typeorm';
import type { PlanPolicyVersion } from './domain/set-plan-policy.ts';

export const PlanPolicyTable = new EntitySchema<PlanPolicyVersion>({
  name: 'plan_policy',
  columns: {
    version: { type: 'int', primary: true },
    share: { type: 'int' },
    visitsPerTeam: { type: 'int' },
    mostDays: { type: 'int' },
    mostFailures: { type: 'int' },
    failureDays: { type: 'int' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
