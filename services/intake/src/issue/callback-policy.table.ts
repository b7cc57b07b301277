import { EntitySchema } from 'typeorm';
import type { CallbackPolicy } from './domain/callback-policy.ts';

export interface CallbackPolicyVersion extends CallbackPolicy {
  readonly setAt: Date;
  readonly setBy: string | null;
}

/** A change of policy is a new version beside the old ones. */
export const CallbackPolicyTable = new EntitySchema<CallbackPolicyVersion>({
  name: 'callback_policy',
  columns: {
    version: { type: 'int', primary: true },
    withinMinutes: { type: 'int' },
    attempts: { type: 'int' },
    attemptDays: { type: 'int' },
    againAfterMinutes: { type: 'int', array: true },
    setAt: { type: 'timestamptz', precision: 3 },
    setBy: { type: 'text', nullable: true },
  },
});
