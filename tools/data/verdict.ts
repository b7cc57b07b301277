import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { MAX_LINE_BYTES } from './jsonl.ts';
import { nameInFile } from './report-line.ts';

/** What an answer of the gateway means for the line that was sent. */
export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'token refused' }
  | { readonly kind: 'outage'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string };

export interface GraphAnswer {
  readonly data?: { readonly submitReport?: GraphResult | null } | null;
  readonly errors?: readonly GraphFault[];
}

type GraphResult =
  | { readonly __typename: 'Report' }
  | {
      readonly __typename: 'ReportRejection';
      readonly code: string;
      readonly message: string;
      readonly field: string | null;
    };

interface GraphFault {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly field?: string; readonly correlationId?: string };
}

const PASSING = ['SERVICE_UNAVAILABLE', 'SERVICE_TIMEOUT', 'INTERNAL_SERVER_ERROR'];

function judgeFault(
  { message, extensions: { code, field, correlationId } = {} }: GraphFault,
  passing: boolean,
): Verdict {
  if (code === 'UNAUTHENTICATED') return { kind: 'token refused' };
  // Its message would repeat what was sent.
  if (code === 'BAD_USER_INPUT') {
    return { kind: 'refused', refusal: { ...refuse('BAD_USER_INPUT'), field: field ? nameInFile(field) : null } };
  }
  const quoted = correlationId ? ` (correlation id ${correlationId})` : '';
  const why = `the gateway answered ${code ?? 'an error'}: ${message}${quoted}`;
  return { kind: passing || PASSING.includes(code ?? '') ? 'outage' : 'broken', why };
}

/**
 * Judges an answer of the gateway to `submitReport`.
 * @param body the parsed JSON, or undefined where there was none
 */
export function judge(status: number, body: GraphAnswer | undefined): Verdict {
  const result = body?.data?.submitReport;
  if (result?.__typename === 'Report') return { kind: 'accepted' };
  if (result?.__typename === 'ReportRejection') {
    const { code, message, field } = result;
    return { kind: 'refused', refusal: { code, message, field: field === null ? null : nameInFile(field) } };
  }
  const passing = status >= 500 || status === 429 || status === 408;
  const [fault] = body?.errors ?? [];
  if (fault) return judgeFault(fault, passing);
  if (status === 401) return { kind: 'token refused' };
  if (status === 413) return { kind: 'refused', refusal: refuse('LINE_TOO_LONG', { limit: MAX_LINE_BYTES }) };
  return { kind: passing ? 'outage' : 'broken', why: `the gateway answered with status ${status}` };
}
