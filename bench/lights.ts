import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { build } from '../tools/start/build.ts';
import { fill, FIRMS } from './lights/fill.ts';
import { looks, type Look } from './lights/looks.ts';
import { RULES } from './lights/rules.ts';
import { openOffice, type Office } from './lights/office.ts';
import { firmCode } from './scale/fill.ts';
import { plansOf } from './scale/plans.ts';
import { surroundings, type Surroundings } from './scale/surroundings.ts';
import { percentile, rounded, timed } from './statistics.ts';

const EACH = 200;
const FEW = 2;
const LOOKS = 300;
const WARM_UP = 30;
const SUBMISSIONS = 400;
const AT_ONCE = 16;
const TURNS = 4;
const DAY_MS = 86_400_000;
const SETTINGS = { shared_buffers: '1GB' };
/** one in so many finds something, as of those that were filled in */
const FAILS = 5;
const SUBMIT = `mutation ($input: SubmitInspectionInput!) { submitInspection(input: $input) {
  ... on Inspection { id light { colour run } } ... on InspectionRejection { code message } } }`;

type Row = Readonly<Record<string, string | number>>;

function row(what: string, eachMs: readonly number[], more: Row = {}): Row {
  return { what, p50: rounded(percentile(eachMs, 0.5)), p99: rounded(percentile(eachMs, 0.99)), unit: 'ms', ...more };
}

async function look(office: Office, { what, role, query, variables }: Look): Promise<Row> {
  const ask = (i: number) => office.ask(role, query, variables(i));
  await timed(WARM_UP, 1, ask);
  const { eachMs } = await timed(LOOKS, 1, ask);
  const plans = await plansOf(office.db.source, () => ask(1));
  console.log(`  ${what}: ${plans}`);
  return row(what, eachMs, { plans });
}

/** Submits results of firms far apart, one in five with a rule unmet. @param daysAgo 0: now; else late */
async function submit(office: Office, i: number, daysAgo: number): Promise<void> {
  const fails = i % FAILS === 0;
  const results = RULES.map((rule) =>
    fails && rule === 'MASKS_WORN' ? { rule, result: 'UNMET', note: '两人未佩戴口罩' } : { rule, result: 'MET' },
  );
  const performedAt = new Date(Date.now() - daysAgo * DAY_MS);
  const input = { id: uuidv7(), creditCode: firmCode(1 + ((i * 7_919) % FIRMS)), performedAt, results };
  const { submitInspection } = await office.ask<{ submitInspection: { id?: string } }>('INSPECTOR', SUBMIT, { input });
  if (!submitInspection.id) throw new TypeError(JSON.stringify(submitInspection));
}

/** Many and few take turns, so that what else the machine does meets both. */
async function submissions(many: Office, few: Office, each: number): Promise<Row[]> {
  const measured = { many: [] as number[], few: [] as number[] };
  const spent = { many: 0, few: 0 };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, office] of [
      ['few', few],
      ['many', many],
    ] as const) {
      const from = turn * SUBMISSIONS * 2;
      await timed(SUBMISSIONS / 4, AT_ONCE, (i) => submit(office, from + i, 0));
      const { eachMs, allS } = await timed(SUBMISSIONS, AT_ONCE, (i) => submit(office, from + SUBMISSIONS + i, 0));
      measured[name].push(...eachMs);
      spent[name] += allS;
    }
  }
  const perSecond = (name: 'many' | 'few') => Math.round((SUBMISSIONS * TURNS) / spent[name]);
  const ratio = rounded(perSecond('many') / perSecond('few'), 2);
  const late = await timed(SUBMISSIONS / 4, 1, (i) => submit(many, 30_000 + i, Math.floor(each / 2)));
  return [
    row(`submission, ${AT_ONCE} at once, ${FEW} inspections a firm`, measured.few, { perSecond: perSecond('few') }),
    row(`submission, ${AT_ONCE} at once, ${each} inspections a firm`, measured.many, {
      perSecond: perSecond('many'),
      ratio,
    }),
    row(`submission ${Math.floor(each / 2)} days late, one by one`, late.eachMs),
  ];
}

/** All lights from all inspections, compared with what is stored. */
async function rebuilding(office: Office, what: string): Promise<Row> {
  const begun = performance.now();
  const { firms, entries, differing } = await office.rebuild();
  const took = rounded((performance.now() - begun) / 1000);
  if (firms !== FIRMS) throw new TypeError(`${firms} firms of ${FIRMS} were rebuilt`);
  return {
    what: `rebuild of ${firms} lights, ${entries} entries, ${what}: ${differing.length} differ`,
    p50: took,
    p99: took,
    unit: 's',
  };
}

async function measure(around: Surroundings, each: number): Promise<Row[]> {
  const [few, many] = [await openOffice(around, 'few'), await openOffice(around, 'many')];
  try {
    const begun = performance.now();
    const say = (line: string) => console.log(`  ${rounded((performance.now() - begun) / 1000)} s ${line}`);
    await fill(few.client, FEW, say);
    await fill(many.client, each, say);
    const { rows } = await many.client.query<{ size: string }>(
      'select pg_size_pretty(pg_database_size(current_database())) as size',
    );
    const builtS = rounded((performance.now() - begun) / 1000);
    const seen: Row[] = [];
    for (const one of looks) seen.push(await look(many, one));
    const untouched = await rebuilding(many, 'as filled');
    const submitted = await submissions(many, few, each);
    const after = await rebuilding(many, 'after the submissions');
    return [
      { what: `built: ${FIRMS * each} inspections, ${rows[0]!.size}`, p50: builtS, p99: builtS, unit: 's' },
      ...seen,
      ...submitted,
      untouched,
      after,
    ];
  } finally {
    await Promise.all([few.stop(), many.stop()]);
  }
}

/** The county's firms with 200 inspections each: what a submission, a look and a rebuild of all lights cost, beside firms with two. */
export async function lights(each = EACH): Promise<Row[]> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'qft-lights-'));
  await chmod(dir, 0o755);
  const around = await surroundings(dir, SETTINGS);
  try {
    return await measure(around, each);
  } finally {
    await around.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
