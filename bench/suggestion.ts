import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { startProduct } from '../test/e2e/product.ts';
import { repositoryRoot } from '../tools/runtime/environment.ts';
import { requestToken } from '../tools/runtime/issuer/request-token.ts';
import { labelled } from './likeness/reports.ts';
import { asker, type Ask } from './loop.ts';
import { percentile, rounded, timed } from './statistics.ts';

const BEFORE = 300;
const AT_ONCE = 32;
const ONE_BY_ONE = 150;
const PATIENCE_MS = 120_000;

const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { issue { id } } } }`;
const SUGGESTION = `query ($id: ID!) { issue(id: $id) { suggestion { domain } } }`;

async function submit(ask: Ask, i: number, text: string): Promise<string> {
  const input = { channel: 'HOTLINE', text, firmName: `第${i % 500}厂`, externalRef: `suggestion-${i}` };
  return (await ask<{ submitReport: { issue: { id: string } } }>(SUBMIT, { input })).submitReport.issue.id;
}

/** @returns ms until an analyst's query shows it */
async function untilSuggested(ask: Ask, id: string): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const { issue } = await ask<{ issue: { suggestion: object | null } }>(SUGGESTION, { id });
    const ms = performance.now() - begun;
    if (issue.suggestion) return ms;
    if (ms > PATIENCE_MS) throw new TypeError(`no suggestion of ${id}`);
    await pause(1);
  }
}

function row(what: string, ms: readonly number[]) {
  return { what, p50: rounded(percentile(ms, 0.5)), p99: rounded(percentile(ms, 0.99)), unit: 'ms' };
}

interface Asking {
  readonly operator: Ask;
  readonly analyst: Ask;
  readonly textOf: (i: number) => string;
}

async function oneByOne({ operator, analyst, textOf }: Asking, from: number): Promise<number[]> {
  const ms: number[] = [];
  for (let i = 0; i < ONE_BY_ONE; i++)
    ms.push(await untilSuggested(analyst, await submit(operator, from + i, textOf(i))));
  return ms;
}

async function measure(asking: Asking) {
  const { operator, analyst, textOf } = asking;
  const empty = await oneByOne(asking, 0);
  const begun = performance.now();
  const ids: string[] = [];
  await timed(BEFORE, AT_ONCE, async (i) => void ids.push(await submit(operator, 1_000 + i, textOf(i))));
  const submitted = performance.now() - begun;
  await untilSuggested(analyst, ids.at(-1)!);
  const all = performance.now() - begun;
  const full = await oneByOne(asking, 10_000);
  return [
    row(`report answered -> suggestion seen, one after the other, ${ONE_BY_ONE} in the window at the end`, empty),
    row(`the same, ${BEFORE + ONE_BY_ONE} more in the window`, full),
    { what: `${BEFORE} reports, ${AT_ONCE} at once: answered within`, p50: rounded(submitted), unit: 'ms' },
    { what: '  and the last one suggested within', p50: rounded(all), unit: 'ms' },
  ];
}

/** From the answer to a report until an analyst sees its suggestion, in an empty window and in a full one, through the gateway. */
export async function suggestion() {
  const texts = labelled(join(repositoryRoot, 'bench', 'data', 'reports.zh.jsonl')).map(({ text }) => text);
  const product = await startProduct();
  const pool = new Pool(product.url, { connections: AT_ONCE });
  try {
    const dir = join(product.dir, 'issuer');
    const operator = asker(pool, await requestToken(dir, { role: 'OPERATOR' }));
    const analyst = asker(pool, await requestToken(dir, { role: 'ANALYST' }));
    return await measure({ operator, analyst, textOf: (i) => texts[i % texts.length]! });
  } finally {
    await pool.close();
    await product.stop();
  }
}
