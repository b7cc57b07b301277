import { join } from 'node:path';
import { startProduct, type Product } from '../test/e2e/product.ts';
import { requestToken } from '../tools/runtime/issuer/request-token.ts';
import { freePort } from '../tools/runtime/ports.ts';
import { Followers, type Address } from './live/followers.ts';
import type { BareOrder } from './live/bare.ts';
import { running } from './processes.ts';
import { percentile, rounded } from './statistics.ts';

const STREAMS = 500;
/** so many may one person follow */
const EACH = 20;
const TURNS = 10;

const lead = { role: 'TASKFORCE_LEAD', taskForce: 'MATERIALS' };
const analyst = { role: 'ANALYST' };
const FOLLOWED = 'query ($id: ID!) { task(id: $id) { id status remaining taskForce { code name } } }';
const SUBMIT = `mutation { submitReport(input: { channel: HOTLINE, text: "消毒液一瓶都没买到", firmName: "某企业" }) { ... on Report { issue { id } } } }`;
const SEND = `mutation ($id: ID!) { triageIssue(input: { issueId: $id, domain: MATERIALS }) { __typename } dispatchIssue(input: { issueId: $id }) { __typename } }`;
const TASKS = 'query ($id: ID!) { issue(id: $id) { tasks { id } } }';
const accept = 'mutation ($id: ID!) { said: acceptTask(input: { taskId: $id }) { __typename } }';
const solve =
  'mutation ($id: ID!) { said: proposeSolution(input: { taskId: $id, text: "到仓库提货" }) { __typename } }';
const refuse = 'mutation ($id: ID!) { said: rejectSolution(input: { taskId: $id, reason: "不够" }) { __typename } }';

async function aTask(product: Product): Promise<string> {
  const { submitReport } = await product.get<{ submitReport: { issue: { id: string } } }>({ role: 'OPERATOR' }, SUBMIT);
  const { id } = submitReport.issue;
  await product.get(analyst, SEND, { id });
  const end = performance.now() + 30_000;
  for (;;) {
    const { issue } = await product.get<{ issue: { tasks: { id: string }[] } }>(analyst, TASKS, { id });
    if (issue.tasks[0]) return issue.tasks[0].id;
    if (performance.now() > end) throw new TypeError('no task within 30 s');
  }
}

async function addresses(product: Product, id: string): Promise<Address[]> {
  const people = Array.from({ length: STREAMS / EACH }, (_, n) => ({ ...analyst, as: `席位${n}` }));
  const tokens = await Promise.all(people.map((wish) => requestToken(join(product.dir, 'issuer'), wish)));
  const body = JSON.stringify({ query: FOLLOWED, variables: { id } });
  return Array.from({ length: STREAMS }, (_, i) => ({
    url: `${product.url}/graphql/stream`,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${tokens[i % tokens.length]}`,
    },
    body,
  }));
}

interface Told {
  /** of every stream and every turn */
  readonly eachMs: number[];
  /** of every turn, until the last stream was told */
  readonly allMs: number[];
}

async function turns(followers: Followers, change: (turn: number) => Promise<unknown>): Promise<Told> {
  const told: Told = { eachMs: [], allMs: [] };
  for (let turn = 0; turn < TURNS; turn++) {
    const eachMs = await followers.told(() => change(turn));
    told.eachMs.push(...eachMs);
    told.allMs.push(Math.max(...eachMs));
  }
  return told;
}

/** Accepted, solved, found ineffective, solved … */
function moves(product: Product, id: string) {
  return async (turn: number) => {
    const [who, mutation] = turn === 0 ? [lead, accept] : turn % 2 === 1 ? [lead, solve] : [analyst, refuse];
    const { said } = await product.get<{ said: { __typename: string } }>(who, mutation, { id });
    if (said.__typename !== 'Task') throw new TypeError(`turn ${turn}: ${said.__typename}`);
  };
}

async function throughGateway(product: Product): Promise<{ opened: number; told: Told; payload: string }> {
  const id = await aTask(product);
  const followers = new Followers();
  const every = await addresses(product, id);
  try {
    const begun = performance.now();
    await followers.told(() => followers.open(every));
    const opened = performance.now() - begun;
    return { opened, told: await turns(followers, moves(product, id)), payload: followers.last };
  } finally {
    followers.close();
  }
}

async function bare(payload: string): Promise<Told> {
  const port = await freePort();
  const server = await running('live/bare.ts', { port } satisfies BareOrder);
  const followers = new Followers();
  const url = `http://127.0.0.1:${port}`;
  try {
    await followers.open(Array.from({ length: STREAMS }, () => ({ url: `${url}/stream`, headers: {}, body: '' })));
    return await turns(followers, () => fetch(`${url}/tell`, { method: 'POST', body: payload }));
  } finally {
    followers.close();
    await server.stop();
  }
}

const row = (what: string, { eachMs, allMs }: Told) => ({
  what,
  p50: rounded(percentile(eachMs, 0.5)),
  p99: rounded(percentile(eachMs, 0.99)),
  allTold: rounded(percentile(allMs, 0.5)),
  slowestTurn: rounded(Math.max(...allMs)),
  unit: 'ms',
});

/** From the answer to a change until all who follow it live were told, beside the bare telling of the same bytes. */
export async function live() {
  const product = await startProduct();
  try {
    const { opened, told, payload } = await throughGateway(product);
    const limit = await bare(payload);
    return [
      { what: `${STREAMS} queries followed, each answered once`, allTold: rounded(opened), unit: 'ms' },
      row(`one change, told to ${STREAMS} streams`, told),
      row('the same bytes to as many, bare server-sent events', limit),
    ];
  } finally {
    await product.stop();
  }
}
