import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../tools/start/build.ts';
import { fill } from './scale/fill.ts';
import { lists, type List } from './scale/lists.ts';
import { plansOf } from './scale/plans.ts';
import { openRegister, type Register } from './scale/register.ts';
import { surroundings, type Surroundings } from './scale/surroundings.ts';
import { percentile, rounded, timed } from './statistics.ts';

const ISSUES = 1_000_000;
const LOOKS = 200;
const WARM_UP = 20;
const REPORTS = 1_500;
const AT_ONCE = 32;
const TURNS = 2;
/** what a list of the operator, the analyst or the overview may take */
const LIMIT_MS = 50;
const TEXT = '下周就要开工了,消毒液到现在一瓶都没买到,附近几个镇的药店都跑过了,能不能帮忙想想办法?厂里一共一百五十人。';
const SUBMIT = `mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { issue { number } } ... on ReportRejection { code } } }`;

type Row = Readonly<Record<string, string | number>>;

async function look(register: Register, list: List): Promise<Row> {
  const ask = (i: number) => register.ask(list.role, list.query, list.variables(i));
  const { looks = LOOKS } = list;
  await timed(Math.min(WARM_UP, looks), 1, ask);
  const { eachMs } = await timed(looks, 1, ask);
  const plans = await plansOf(register.db.source, () => ask(1));
  const p99 = percentile(eachMs, 0.99);
  console.log(`  ${list.what}: ${plans}`);
  return {
    what: list.what,
    p50: rounded(percentile(eachMs, 0.5)),
    p99: rounded(p99),
    unit: 'ms',
    within: p99 < LIMIT_MS ? `${LIMIT_MS} ms` : `not within ${LIMIT_MS} ms`,
    plans,
  };
}

async function submitting(register: Register, turn: string): Promise<{ allS: number; eachMs: number[] }> {
  const input = { channel: 'HOTLINE', text: TEXT, firmName: '某企业', townCode: '330226001' };
  const submit = (i: number) => register.ask('OPERATOR', SUBMIT, { input: { ...input, externalRef: `${turn}-${i}` } });
  await timed(200, AT_ONCE, (i) => submit(-1 - i));
  return timed(REPORTS, AT_ONCE, submit);
}

/** How many reports a second become issues: full and empty take turns, so that what else the machine does meets both. */
async function rates(full: Register, empty: Register): Promise<Row[]> {
  const measured = { full: [] as number[], empty: [] as number[] };
  const spent = { full: 0, empty: 0 };
  for (let turn = 0; turn < TURNS; turn++) {
    for (const [name, register] of [
      ['empty', empty],
      ['full', full],
    ] as const) {
      const { allS, eachMs } = await submitting(register, `${name}-${turn}`);
      measured[name].push(...eachMs);
      spent[name] += allS;
    }
  }
  const perSecond = (name: 'full' | 'empty') => (REPORTS * TURNS) / spent[name];
  const row = (name: 'full' | 'empty', what: string) => ({
    what,
    p50: rounded(percentile(measured[name], 0.5)),
    p99: rounded(percentile(measured[name], 0.99)),
    unit: 'ms',
    perSecond: Math.round(perSecond(name)),
  });
  return [
    row('empty', `submitReport, ${AT_ONCE} at once, empty register`),
    {
      ...row('full', `submitReport, ${AT_ONCE} at once, full register`),
      ratio: rounded(perSecond('full') / perSecond('empty'), 2),
    },
  ];
}

/** Freezes the days that have ended so many days from now; nothing else goes on meanwhile, else it would wait. */
async function closing({ closeDaysUntil }: Register, what: string, days: number): Promise<Row> {
  const from = performance.now();
  await closeDaysUntil(new Date(Date.now() + days * 86_400_000));
  const took = rounded(performance.now() - from);
  return { what: `closing ${what}: how long writers wait`, p50: took, p99: took, unit: 'ms' };
}

async function measure(around: Surroundings, issues: number): Promise<Row[]> {
  const empty = await openRegister(around, 'empty');
  const full = await openRegister(around, 'full');
  try {
    const begun = performance.now();
    await fill(full.client, issues, (line) =>
      console.log(`  ${rounded((performance.now() - begun) / 1000)} s ${line}`),
    );
    const builtS = rounded((performance.now() - begun) / 1000);
    const { rows } = await full.client.query<{ size: string }>(
      'select pg_size_pretty(pg_database_size(current_database())) as size',
    );
    const first = await closing(full, 'the first day', 0);
    const seen: Row[] = [];
    for (const list of lists) seen.push(await look(full, list));
    const taken = await rates(full, empty);
    const ordinary = await closing(full, 'an ordinary day', 1);
    return [
      { what: `built: ${issues} issues, ${rows[0]!.size}`, p50: builtS, p99: builtS, unit: 's' },
      ...seen,
      ...taken,
      first,
      ordinary,
    ];
  } finally {
    await Promise.all([full.stop(), empty.stop()]);
  }
}

/** Intake with a million issues and five million events: every list's time and plan, and the rate of reports beside an empty register. */
export async function intakeScale(issues = ISSUES): Promise<Row[]> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'qft-scale-'));
  await chmod(dir, 0o755);
  const around = await surroundings(dir);
  try {
    return await measure(around, issues);
  } finally {
    await around.stop();
    await rm(dir, { recursive: true, force: true });
  }
}
