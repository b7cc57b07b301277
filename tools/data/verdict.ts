import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { MAX_LINE_BYTES } from './jsonl.ts';
import { nameInFile } from './report-line.ts';

/** What an answer of the gateway means for the line that was sent. */
export type Verdict<T = unknown> =
  | { readonly kind: 'accepted'; readonly value?: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'token refused' }
  | { readonly kind: 'outage'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };

export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphFault[];
}

/** What a mutation answers: the thing, or a rejection. */
export interface Said {
  readonly __typename: string;
}
export interface SaidNo extends Said {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

/** What is judged: the root field that was asked, null for all of them; what it answers when it goes well; what the file calls its fields. */
export interface Asked {
  readonly field: string | null;
  readonly type: string;
  readonly nameInFile: (field: string) => string;
}

const aReport: Asked = { field: 'submitReport', type: 'Report', nameInFile };

interface GraphFault {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly field?: string; readonly correlationId?: string };
}

const PASSING = ['SERVICE_UNAVAILABLE', 'SERVICE_TIMEOUT', 'INTERNAL_SERVER_ERROR'];

function judgeFault(
  { message, extensions: { code, field, correlationId } = {} }: GraphFault,
  passing: boolean,
  called: Asked['nameInFile'],
): Verdict<never> {
  if (code === 'UNAUTHENTICATED') return { kind: 'token refused' };
  // Its message would repeat what was sent.
  if (code === 'BAD_USER_INPUT') {
    return { kind: 'refused', refusal: { ...refuse('BAD_USER_INPUT'), field: field ? called(field) : null } };
  }
  const quoted = correlationId ? ` (correlation id ${correlationId})` : '';
  const why = `the gateway answered ${code ?? 'an error'}: ${message}${quoted}`;
  return { kind: passing || PASSING.includes(code ?? '') ? 'outage' : 'broken', why };
}

/** The rejection as people read it beside their file. */
export function refusalIn({ code, message, field }: Omit<SaidNo, '__typename'>, called: Asked['nameInFile']): Refusal {
  return { code, message, field: field === null ? null : called(field) };
}

/**
 * Judges an answer of the gateway.
 * @param body the parsed JSON, or undefined where there was none
 */
export function judge<T extends Said>(status: number, body: GraphAnswer | undefined, asked = aReport): Verdict<T> {
  const result = (asked.field === null ? body?.data : body?.data?.[asked.field]) as Said | null | undefined;
  if (result?.__typename === asked.type) return { kind: 'accepted', value: result as T };
  if (result?.__typename?.endsWith('Rejection'))
    return { kind: 'refused', refusal: refusalIn(result as SaidNo, asked.nameInFile) };
  const passing = status >= 500 || status === 429 || status === 408;
  const [fault] = body?.errors ?? [];
  if (fault) return judgeFault(fault, passing, asked.nameInFile);
  if (status === 401) return { kind: 'token refused' };
  if (status === 413) return { kind: 'refused', refusal: refuse('LINE_TOO_LONG', { limit: MAX_LINE_BYTES }) };
  return { kind: passing ? 'outage' : 'broken', why: `the gateway answered with status ${status}` };
}
