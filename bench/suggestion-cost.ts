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
import { percentile, rounded, timed } from './statistics.ts';

const REPORTS = 150;
const AT_ONCE = 32;
const ROUNDS = 7;
const PATIENCE_MS = 120_000;
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { issue { id } } } }`;
/** Without it nothing waits for a suggestion. */
const TRIGGER = 'trigger report_awaits_suggestion';

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
  if (!suggesting) await client.query(`alter table report disable ${TRIGGER}`);
  const begun = performance.now();
  const { allS } = await timed(REPORTS, AT_ONCE, submit);
  if (!suggesting) await client.query(`alter table report enable ${TRIGGER}`);
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

/** From its registration until its suggestion, of each report since. */
async function waitedMs(client: pg.Client, since: Date): Promise<number[]> {
  const { rows } = await client.query<{ ms: number }>(
    `select (extract(epoch from s.made_at - i.registered_at) * 1000)::float8 as ms
     from issue i join issue_suggestion s on s.issue_id = i.id where i.registered_at >= $1`,
    [since],
  );
  return rows.map(({ ms }) => ms);
}

interface Rounds {
  readonly without: readonly Side[];
  readonly together: readonly Side[];
  /** by each round of those together */
  readonly waited: readonly number[];
}

async function measure(client: pg.Client, ask: Ask): Promise<Rounds> {
  const submit = submitter(ask);
  await take(client, submit, true);
  const [without, together, waited] = [[] as Side[], [] as Side[], [] as number[]];
  for (let round = 0; round < ROUNDS; round++) {
    without.push(await take(client, submit, false));
    const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now');
    together.push(await take(client, submit, true));
    waited.push(...(await waitedMs(client, rows[0]!.now)));
  }
  return { without, together, waited };
}

function told({ without, together, waited }: Rounds) {
  const row = (what: string, seconds: readonly number[]) => {
    const ratios = seconds.map((each, i) => each / without[i]!.answeredS);
    return {
      what,
      seconds: rounded(percentile(seconds, 0.5), 2),
      ratio: rounded(percentile(ratios, 0.5), 2),
      'least ratio': rounded(Math.min(...ratios), 2),
      'largest ratio': rounded(Math.max(...ratios), 2),
    };
  };
  const ms = (share: number) => ({
    what: `  ms from a report to its suggestion, p${share * 100}`,
    ms: rounded(percentile(waited, share)),
  });
  const bare = without.map(({ answeredS }) => answeredS);
  const answered = together.map(({ answeredS }) => answeredS);
  const all = together.map(({ suggestedS }) => suggestedS);
  const first = `${REPORTS} reports, ${AT_ONCE} at once, without suggestions; median of ${ROUNDS} rounds`;
  const rows = [row(first, bare), row('with suggestions, answered', answered), row('with suggestions, all made', all)];
  return [...rows, ms(0.5), ms(0.99)];
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
    const token = await requestToken(join(product.dir, 'issuer'), { role: 'OPERATOR' });
    return told(await measure(client, asker(pool, token)));
  } finally {
    await client.end();
    await pool.close();
    await product.stop();
  }
}
