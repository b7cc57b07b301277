import { EntitySchema } from 'typeorm';
import { asJson, timeLimit } from '../clock/clock.column.ts';
import type { SlaPolicy } from '../clock/domain/sla-policy.ts';

export const SlaPolicyTable = new EntitySchema<SlaPolicy>({
  name: 'sla_policy',
  columns: {
    version: { type: 'int', primary: true },
    position: { type: 'int', primary: true },
    nature: { type: 'text', nullable: true },
    urgency: { type: 'text', nullable: true },
    domain: { type: 'text', nullable: true },
    acceptWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    solveWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    warnAt: { type: 'int', array: true },
  },
});
