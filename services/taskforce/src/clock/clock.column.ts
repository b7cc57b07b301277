import { instant, resumptionReason, suspensionReason } from '@qifutong/contracts/fields';
import { z } from 'zod';
import { clockKinds } from './domain/clock.ts';

const calendar = z.object({ code: z.string(), version: z.int() });

export const timeLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ELAPSED'), duration: z.string() }),
  z.object({ kind: z.literal('WORKING'), duration: z.string(), calendar }),
  z.object({ kind: z.literal('SAME_DAY') }),
  z.object({ kind: z.literal('WHOLE_DAYS'), days: z.int(), calendar: calendar.nullable() }),
]);

const fact = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['STARTED', 'MET', 'CANCELLED', 'REVOKED']), at: instant }),
  z.object({
    ...{ type: z.literal('RESUMED'), at: instant },
    ...{ reason: resumptionReason.optional(), note: z.string().nullable().optional() },
  }),
  z.object({ type: z.literal('SUSPENDED'), at: instant, reason: suspensionReason }),
  z.object({ type: z.literal('EXTENDED'), at: instant, until: instant }),
  z.object({ type: z.literal('WARNED'), at: instant, percent: z.int(), noticedAt: instant }),
  z.object({ type: z.literal('BREACHED'), at: instant, noticedAt: instant }),
  z.object({ type: z.literal('URGED'), at: instant, ordinal: z.int(), nextAt: instant }),
]);

export const clock = z.object({
  kind: z.enum(clockKinds),
  limit: timeLimit,
  warnAt: z.array(z.int()),
  policyVersion: z.int(),
  history: z.array(fact).min(1),
  dueAt: instant.nullable(),
  warningAt: instant.nullable(),
});

/** How a column holds a value as JSON. */
export function asJson<S extends z.ZodType>(shape: S) {
  return {
    to: (value: z.output<S>) => z.encode(shape, value),
    from: (value: unknown) => z.parse(shape, value),
  };
}
