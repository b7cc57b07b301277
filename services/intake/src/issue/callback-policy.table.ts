import { EntitySchema } from 'typeorm';
import type { CallbackPolicy } from './domain/callback-policy.ts';

export const CallbackPolicyTable = new EntitySchema<CallbackPolicy & { readonly onlyOne: true }>({
  name: 'callback_policy',
  columns: {
    onlyOne: { type: 'boolean', primary: true, default: true },
    withinMinutes: { type: 'int' },
    attempts: { type: 'int' },
    attemptDays: { type: 'int' },
    againAfterMinutes: { type: 'int', array: true },
  },
});
