import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Pool } from 'undici';
import { startProduct, type Product } from '../test/e2e/product.ts';
import { repositoryRoot } from '../tools/runtime/environment.ts';
import { requestToken } from '../tools/runtime/issuer/request-token.ts';
import { labelled } from './likeness/reports.ts';
import { asker, type Ask } from './loop.ts';
import { rounded, timed } from './statistics.ts';

const REPORTS = 150;
const AT_ONCE = 32;
const ROUNDS = 1;
const PATIENCE_MS = 120_000;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { issue { id } } } }`;
/** While somebody holds it, no instance makes suggestions. */
const HELD = `hashtext('suggestions' || current_schema())`;

interface Side {
  readonly answeredS: number;
  readonly suggestedS: number;
}

async function untilNothingWaits(client: pg.Client): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ some: boolean }>('select exists (select from issue_to_suggest) as some');
    if (!rows[0]!.some) return;
    if (performance.now() > end) throw new TypeError('suggestions are not made in time');
    await pause(20);
  }
}

/** Takes reports, with or without their suggestions at the same time. */
async function take(client: pg.Client, submit: (i: number) => Promise<unknown>, suggesting: boolean): Promise<Side> {
  if (!suggesting) await client.query(`select pg_advisory_lock(${HELD})`);
  const begun = performance.now();
  const { allS } = await timed(REPORTS, AT_ONCE, submit);
  if (!suggesting) await client.query(`select pg_advisory_unlock(${HELD})`);
  await untilNothingWaits(client);
  return { answeredS: allS, suggestedS: (performance.now() - begun) / 1000 };
}

function submitter(ask: Ask): () => Promise<unknown> {
  const texts = labelled(join(repositoryRoot, 'bench', 'data', 'reports.zh.jsonl')).map(({ text }) => text);
  let n = 0;
  return () => {
    const i = n++;
    const of = { firmName: `第${i % 500}厂`, externalRef: `cost-${i}` };
    return ask(SUBMIT, { input: { channel: 'HOTLINE', text: texts[i % texts.length], ...of } });
  };
}

async function measure(client: pg.Client, ask: Ask) {
  const submit = submitter(ask);
  await take(client, submit, true);
  const [without, together] = [[] as Side[], [] as Side[]];
  for (let round = 0; round < ROUNDS; round++) {
    without.push(await take(client, submit, false));
    together.push(await take(client, submit, true));
  }
  const mean = (sides: readonly Side[], what: keyof Side) => sides.reduce((sum, side) => sum + side[what], 0) / ROUNDS;
  const bare = mean(without, 'answeredS');
  const row = (what: string, seconds: number) => ({
    what,
    seconds: rounded(seconds, 2),
    ratio: rounded(seconds / bare, 2),
  });
  return [
    row(`${REPORTS} reports, ${AT_ONCE} at once, without suggestions`, bare),
    row('with suggestions, answered', mean(together, 'answeredS')),
    row('with suggestions, all made', mean(together, 'suggestedS')),
  ];
}

async function intakeOf(product: Product): Promise<pg.Client> {
  const endpoints = JSON.parse(await readFile(join(product.dir, 'endpoints.json'), 'utf8')) as {
    databases: { intake: string };
  };
  const client = new pg.Client({ connectionString: endpoints.databases.intake });
  await client.connect();
  return client;
}

/** What the suggestions cost those who report: the same reports with and without them, in turns. */
export async function suggestionCost() {
  const product = await startProduct();
  const pool = new Pool(product.url, { connections: AT_ONCE });
  const client = await intakeOf(product);
  try {
    return await measure(client, asker(pool, await requestToken(join(product.dir, 'issuer'), { role: 'OPERATOR' })));
  } finally {
    await client.end();
    await pool.close();
    await product.stop();
  }
}
