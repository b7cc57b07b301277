import { EntitySchema } from 'typeorm';
import { asJson, timeLimit } from '../clock/clock.column.ts';
import type { SlaPolicyVersion } from '../clock/domain/sla-policy.ts';

export const SlaPolicyVersionTable = new EntitySchema<SlaPolicyVersion>({
  name: 'sla_policy_version',
  columns: {
    version: { type: 'int', primary: true },
    dispatchWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    callbackWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    warnAt: { type: 'int', array: true },
    urgeEvery: { type: 'text' },
    superviseAt: { type: 'int' },
    urgeByHandEvery: { type: 'text' },
    returnWithin: { type: 'text' },
    extendAtMost: { type: 'text' },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
