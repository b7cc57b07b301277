import { z } from 'zod';

/** CloudEvents 1.0, structured JSON, with the extensions `sequence` (aggregate version) and `traceparent`. */
export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string().regex(/^\/county\/[a-z]+$/),
  type: z.string(),
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** the aggregate's version, zero-padded to 10 digits so that it sorts as text */
  sequence: z.string().regex(/^\d{10}$/),
  aggregatetype: z.string(),
  traceparent: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
});

export type CloudEvent = z.output<typeof cloudEvent>;
