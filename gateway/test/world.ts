import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readGatewayConfig } from '../src/config.ts';
import { createGateway, type Replacements } from '../src/gateway.ts';
import { AUDIENCE, startIssuer } from './issuer.ts';
import {
  gate,
  intakeResolvers,
  intakeSdl,
  startSubgraph,
  supergraphOf,
  taskforceResolvers,
  taskforceSdl,
  type Told,
} from './subgraphs.ts';

export const GATEWAY_TOKEN = 'a token of 32 characters or more!';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
    readonly extensions?: unknown;
  };
}

/** A log that a test can read. */
export function listening() {
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'debug', mixin: () => ({}), redact: [] },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  );
  return { log, lines, said: (text: string) => lines.filter((line) => line['msg'] === text) };
}

/** An issuer, two services and a gateway before them, on ports of their own. */
export async function startWorld(settings: Record<string, string> = {}, replacements: Replacements = {}) {
  const held = { gate: gate() };
  const told: Told = { titles: new Map(), blind: new Set() };
  const issuer = await startIssuer();
  const intake = await startSubgraph(
    intakeSdl,
    intakeResolvers(async () => held.gate.pass()),
  );
  const taskforce = await startSubgraph(taskforceSdl, taskforceResolvers(told));
  const directory = await mkdtemp(join(tmpdir(), 'gateway-'));
  const file = join(directory, 'supergraph.graphql');
  await writeFile(file, supergraphOf({ intake: intakeSdl, taskforce: taskforceSdl }));
  const config = readGatewayConfig({
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: AUDIENCE,
    GATEWAY_TOKEN,
    SUPERGRAPH: file,
    SUBGRAPH_URL_INTAKE: intake.url,
    SUBGRAPH_URL_TASKFORCE: taskforce.url,
    SUBGRAPH_URL_INSPECTION: intake.url,
    ...settings,
  });
  const ear = listening();
  const gateway = await createGateway(config, { log: ear.log, ...replacements });
  await gateway.start(0);
  const url = await gateway.app.getUrl();
  const token = await issuer.token();
  const send = async (init: RequestInit, path = '/graphql'): Promise<Answered> => {
    const response = await fetch(`${url}${path}`, init);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answered['body'] };
  };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const stop = async () => {
    held.gate.open();
    await gateway.stop();
    await Promise.all([intake.stop(), taskforce.stop(), issuer.stop()]);
    await rm(directory, { recursive: true });
  };
  return {
    url,
    token,
    headers,
    issuer,
    intake,
    taskforce,
    gateway,
    file,
    held,
    told,
    ear,
    send,
    /** asks as an operator */
    ask: (query: string, variables?: object, more: Record<string, string> = {}) =>
      send({ method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify({ query, variables }) }),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** The codes of an answer's errors. */
export function codes({ body }: Answered): unknown[] {
  return (body.errors ?? []).map((error) => error.extensions['code']);
}
