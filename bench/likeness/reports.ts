import { readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  channel: z.string(),
  firmName: z.string().nullable(),
  text: z.string(),
  domain: z.string(),
  commonKey: z.string().nullable(),
  duplicateOf: z.string().nullable(),
  urgent: z.boolean(),
});

/** A report with its labels. Labels are for measuring: nothing that is measured reads them. */
export type Labelled = z.output<typeof line>;

/** In the order in which they were received. */
export function labelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)))
    .sort((a, b) => Date.parse(a.receivedAt) - Date.parse(b.receivedAt));
}
