import { setTimeout as pause } from 'node:timers/promises';
import type { Refusal } from './refusal.ts';
import type { Submission } from './report-line.ts';
import { judge } from './verdict.ts';
import type { GraphAnswer, Verdict } from './verdict.ts';

const SUBMIT_REPORT = `mutation SubmitReport($input: SubmitReportInput!) {
  submitReport(input: $input) {
    __typename
    ... on Report { id issue { id number status } }
    ... on ReportRejection { code message field }
  }
}`;

export interface GatewayOptions {
  readonly url: string;
  /** gets a fresh access token; asked again when the gateway refuses the last one */
  readonly obtainToken: () => Promise<string>;
  /** how long to wait before each further attempt after an outage */
  readonly pausesMs?: readonly number[];
  readonly timeoutMs?: number;
}

/** Sends one report. Gives the refusal, if any. Throws an Error with a sentence for people when it could not be sent. */
export type SendReport = (submission: Submission) => Promise<Refusal | undefined>;

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'no answer in time';
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
}

async function attempt(url: string, token: string, body: string, timeoutMs: number): Promise<Verdict> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return judge(response.status, isJson ? (JSON.parse(text) as GraphAnswer) : undefined);
  } catch (error) {
    return { kind: 'outage', why: `the gateway at ${url} cannot be reached: ${reasonOf(error)}` };
  }
}

/** Keeps the last token until it is forgotten; of several that were refused it, only the first forgets. */
function tokenKeeper(obtainToken: () => Promise<string>) {
  let current: Promise<string> | undefined;
  return {
    get: () => (current ??= obtainToken()),
    forget(refused: Promise<string>): void {
      if (current === refused) current = undefined;
    },
  };
}

/**
 * A sender of reports through the gateway. An outage is waited out with the pauses given; sending the same report
 * twice is harmless, because the register knows it by its channel and reference.
 */
export function reportSender(options: GatewayOptions): SendReport {
  const { url, obtainToken, pausesMs = [500, 1000, 2000, 4000, 8000], timeoutMs = 30_000 } = options;
  const tokens = tokenKeeper(obtainToken);
  return async (submission) => {
    const body = JSON.stringify({ query: SUBMIT_REPORT, variables: { input: submission } });
    const pausesLeft = [...pausesMs];
    for (let tokensRefused = 0; ;) {
      const token = tokens.get();
      const verdict = await attempt(url, await token, body, timeoutMs);
      if (verdict.kind === 'accepted') return undefined;
      if (verdict.kind === 'refused') return verdict.refusal;
      if (verdict.kind === 'token refused') {
        tokens.forget(token);
        if (++tokensRefused > 1) throw new Error('the gateway does not accept the token of the embedded issuer');
        continue;
      }
      const pauseMs = verdict.kind === 'outage' ? pausesLeft.shift() : undefined;
      if (pauseMs === undefined) throw new Error(verdict.why);
      await pause(pauseMs);
    }
  };
}
