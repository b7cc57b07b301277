import { setTimeout as pause } from 'node:timers/promises';
import type { Refusal } from './refusal.ts';
import { nameInFile, type Submission } from './report-line.ts';
import { judge, type Asked, type GraphAnswer, type Said, type Verdict } from './verdict.ts';

export interface GatewayOptions {
  readonly url: string;
  /** gets a fresh access token; asked again when the gateway refuses the last one */
  readonly obtainToken: () => Promise<string>;
  /** how long to wait before each further attempt after an outage */
  readonly pausesMs?: readonly number[];
  readonly timeoutMs?: number;
}

/** What is asked of the gateway. */
export interface Operation {
  readonly query: string;
  readonly variables: object;
  readonly asked: Asked;
}

/** Gives the answer, or the refusal. Throws an Error with a sentence for people when it could not be sent. */
export type Ask = <T extends Said>(operation: Operation) => Promise<{ value: T } | { refusal: Refusal }>;

/** Sends one report. Gives the refusal, if any. Throws an Error with a sentence for people when it could not be sent. */
export type SendReport = (submission: Submission) => Promise<Refusal | undefined>;

function reasonOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return 'no answer in time';
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
}

interface Attempt {
  readonly url: string;
  readonly token: string;
  readonly timeoutMs: number;
}

async function attempt<T extends Said>(operation: Operation, { url, token, timeoutMs }: Attempt): Promise<Verdict<T>> {
  const { query, variables, asked } = operation;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return judge<T>(response.status, isJson ? (JSON.parse(text) as GraphAnswer) : undefined, asked);
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

/** Asks the gateway. An outage is waited out with the pauses given, so that what is asked must be harmless to ask twice. */
export function asker(options: GatewayOptions): Ask {
  const { url, obtainToken, pausesMs = [500, 1000, 2000, 4000, 8000], timeoutMs = 30_000 } = options;
  const tokens = tokenKeeper(obtainToken);
  return async <T extends Said>(operation: Operation) => {
    const pausesLeft = [...pausesMs];
    for (let tokensRefused = 0; ;) {
      const token = tokens.get();
      const verdict = await attempt<T>(operation, { url, token: await token, timeoutMs });
      if (verdict.kind === 'accepted') return { value: verdict.value! };
      if (verdict.kind === 'refused') return { refusal: verdict.refusal };
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

/** How a report is handed in: as it comes, or as of the moment it was received. */
export type Intake = 'submitReport' | 'loadReport';

/**
 * A sender of reports through the gateway. Sending the same report twice is harmless, because the register knows it by its channel and
 * reference.
 * @param onTaken told the id of each report's issue; the report counts as sent when it has heard
 */
export function reportSender(
  options: GatewayOptions,
  through: Intake = 'submitReport',
  onTaken: (issueId: string) => void | Promise<void> = () => undefined,
): SendReport {
  const ask = asker(options);
  const query = `mutation Send($input: SubmitReportInput!) { ${through}(input: $input) {
    __typename ... on Report { id issue { id number status } } ... on ReportRejection { code message field } } }`;
  const asked = { field: through, type: 'Report', nameInFile };
  return async (submission) => {
    const answer = await ask<TakenReport>({ query, variables: { input: submission }, asked });
    if ('refusal' in answer) return answer.refusal;
    if (answer.value.issue) await onTaken(answer.value.issue.id);
    return undefined;
  };
}

interface TakenReport extends Said {
  readonly issue?: { readonly id: string };
}
