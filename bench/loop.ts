import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'undici';
import { requestToken } from '../tools/runtime/issuer/request-token.ts';
import { startProduct, type Product } from '../test/e2e/product.ts';
import { bareJetStream, barePostgres } from './limits.ts';
import { percentile, rounded, timed } from './statistics.ts';

const REPORTS = 2_000;
const WARM_UP = 300;
const AT_ONCE = 32;
const LOOPS = 200;
const PUBLISHES = 1_000;
const TEXT =
  '下周就要开工了,消毒液到现在一瓶都没买到,附近几个镇的药店都跑过了,能不能帮忙想想办法?厂里一共一百五十人,每天至少要用二十公斤。';

interface Endpoints {
  readonly databases: { readonly intake: string };
  readonly natsUrl: string;
}

export type Ask = <T>(query: string, variables: object) => Promise<T>;

export function asker(pool: Pool, token: string): Ask {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return async <T>(query: string, variables: object) => {
    const { body } = await pool.request({
      method: 'POST',
      path: '/graphql',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await body.json()) as { data?: T; errors?: unknown };
    if (errors || !data) throw new TypeError(JSON.stringify(errors));
    return data;
  };
}

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) {
  __typename ... on Report { issue { id number status } } ... on ReportRejection { code field } } }`;
const TRIAGE = `mutation ($id: ID!) { triageIssue(input: { issueId: $id, domain: MATERIALS }) { __typename } }`;
const DISPATCH = `mutation ($id: ID!) { dispatchIssue(input: { issueId: $id }) { __typename } }`;
const VISIBLE = `query ($id: ID!) { issue(id: $id) { tasks { id status } } }`;

async function submit(ask: Ask, i: string): Promise<string> {
  const input = {
    channel: 'HOTLINE',
    text: TEXT,
    firmName: '某企业',
    townCode: '330226001',
    externalRef: i,
    reporterName: '许经理',
    reporterPhone: '10005740042',
  };
  const { submitReport } = await ask<{ submitReport: { issue: { id: string } } }>(SUBMIT, { input });
  return submitReport.issue.id;
}

async function untilVisible(ask: Ask, id: string): Promise<void> {
  const end = performance.now() + 30_000;
  for (;;) {
    const { issue } = await ask<{ issue: { tasks: unknown[] } }>(VISIBLE, { id });
    if (issue.tasks.length > 0) return;
    if (performance.now() > end) throw new TypeError(`no task of issue ${id} within 30 s`);
  }
}

async function visibility(operator: Ask, analyst: Ask): Promise<{ fromAnswer: number[]; fromDispatch: number[] }> {
  const fromAnswer: number[] = [];
  const fromDispatch: number[] = [];
  for (let i = 0; i < LOOPS; i++) {
    const id = await submit(operator, `visible-${i}`);
    const answered = performance.now();
    await analyst(TRIAGE, { id });
    await analyst(DISPATCH, { id });
    const dispatched = performance.now();
    await untilVisible(analyst, id);
    fromAnswer.push(performance.now() - answered);
    fromDispatch.push(performance.now() - dispatched);
  }
  return { fromAnswer, fromDispatch };
}

function latency(what: string, sample: readonly number[], limit: readonly number[]) {
  const [p50, p99, limit50, limit99] = [
    percentile(sample, 0.5),
    percentile(sample, 0.99),
    percentile(limit, 0.5),
    percentile(limit, 0.99),
  ];
  const ratio = `${rounded(p50 / limit50)} / ${rounded(p99 / limit99)}`;
  return {
    what,
    p50: rounded(p50),
    p99: rounded(p99),
    unit: 'ms',
    limit: `${rounded(limit50, 2)} / ${rounded(limit99, 2)} ms`,
    ratio,
  };
}

interface Measured {
  readonly allS: number;
  readonly eachMs: readonly number[];
  /** bare transactions per second */
  readonly bare: number;
}

function throughput({ allS, eachMs, bare }: Measured) {
  const perSecond = REPORTS / allS;
  return {
    what: `reports into committed issues, ${AT_ONCE} at once`,
    perSecond: Math.round(perSecond),
    p50: rounded(percentile(eachMs, 0.5)),
    p99: rounded(percentile(eachMs, 0.99)),
    unit: 'ms',
    limit: `${Math.round(bare)} bare transactions/s`,
    ratio: rounded(perSecond / bare, 2),
  };
}

async function measure(product: Product, pool: Pool) {
  const dir = join(product.dir, 'issuer');
  const operator = asker(pool, await requestToken(dir, { role: 'OPERATOR' }));
  const analyst = asker(pool, await requestToken(dir, { role: 'ANALYST' }));
  const { databases, natsUrl } = JSON.parse(await readFile(join(product.dir, 'endpoints.json'), 'utf8')) as Endpoints;
  await timed(WARM_UP, AT_ONCE, (i) => submit(operator, `warm-${i}`));
  const { allS, eachMs } = await timed(REPORTS, AT_ONCE, (i) => submit(operator, `bench-${i}`));
  const bare = await barePostgres(databases.intake, REPORTS, AT_ONCE, TEXT);
  const { fromAnswer, fromDispatch } = await visibility(operator, analyst);
  const publish = await bareJetStream(natsUrl, PUBLISHES);
  return [
    throughput({ allS, eachMs, bare }),
    latency('submitReport answered -> triaged, dispatched, task visible', fromAnswer, publish),
    latency('  of which dispatchIssue answered -> task visible', fromDispatch, publish),
  ];
}

/** Reports into committed issues through the gateway, and from the answer to the visible task, beside what the parts alone can do. */
export async function loop() {
  const product = await startProduct();
  const pool = new Pool(product.url, { connections: AT_ONCE });
  try {
    return await measure(product, pool);
  } finally {
    await pool.close();
    await product.stop();
  }
}
