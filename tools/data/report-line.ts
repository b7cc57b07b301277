import { createHash } from 'node:crypto';
import { channel, instant } from '@qifutong/contracts/fields';
import { z } from 'zod';
import { townCodeOf } from '../demo/towns.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** The input of the graph's `submitReport`. */
export interface Submission {
  readonly channel: string;
  readonly text: string;
  readonly externalRef?: string | undefined;
  readonly requestId?: string | undefined;
  readonly firmName?: string | undefined;
  readonly townCode?: string | undefined;
  readonly reporterName?: string | undefined;
  readonly reporterPhone?: string | undefined;
  readonly receivedAt?: string | undefined;
}

/** Postgres stores no NUL. */
const words = z.string().refine((text) => !text.includes('\0'));
const optional = words.nullish().transform((text) => text || undefined);

const shape = z.object({
  id: z.union([z.int().transform(String), optional]),
  channel,
  text: words,
  firmName: optional,
  town: optional,
  callerName: optional,
  callerPhone: optional,
  receivedAt: instant.nullish(),
});

/** Fields whose name in the file differs from the graph's, by the graph's. */
const namesInFile: Readonly<Record<string, string>> = {
  externalRef: 'id',
  requestId: 'id',
  townCode: 'town',
  reporterName: 'callerName',
  reporterPhone: 'callerPhone',
};

/** What the file calls a field of the graph's input. */
export function nameInFile(field: string): string {
  return namesInFile[field] ?? field;
}

/** A line without an id is known again by its content; the number is shaped as a UUID of version 8 (RFC 9562). */
function contentId(line: string): string {
  const hex = createHash('sha256').update(line).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function parse(line: string): { value: object } | { refusal: Refusal } {
  try {
    const value: unknown = JSON.parse(line);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { value } : { refusal: refuse('LINE_NOT_OBJECT') };
  } catch {
    return { refusal: refuse('LINE_NOT_JSON') };
  }
}

function shapeRefusal(value: object, error: z.ZodError): Refusal {
  const field = String(error.issues[0]?.path[0]);
  const missing = (value as Readonly<Record<string, unknown>>)[field] ?? null;
  return refuse(missing === null ? 'FIELD_REQUIRED' : 'FIELD_MALFORMED', { field });
}

/** Reads one line of a file of reports: what to submit, or why it cannot be. Labels and unknown fields are ignored. */
export function toSubmission(line: string): { submission: Submission } | { refusal: Refusal } {
  const parsed = parse(line);
  if ('refusal' in parsed) return parsed;
  const { success, data, error } = shape.safeParse(parsed.value);
  if (!success) return { refusal: shapeRefusal(parsed.value, error) };
  const townCode = data.town && townCodeOf(data.town);
  if (data.town && !townCode) return { refusal: refuse('TOWN_UNKNOWN', { field: 'town' }) };
  const submission = {
    channel: data.channel,
    text: data.text,
    ...(data.id ? { externalRef: data.id } : { requestId: contentId(line) }),
    firmName: data.firmName,
    townCode,
    reporterName: data.callerName,
    reporterPhone: data.callerPhone,
    receivedAt: data.receivedAt?.toISOString(),
  };
  return { submission };
}
