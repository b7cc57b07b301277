import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCharacter } from '@qifutong/kernel/credit-code';
import pg from 'pg';
import { startProduct, type Product } from '../test/e2e/product.ts';
import { rounded } from './statistics.ts';

const FIRMS = 46_958;
const INSPECTIONS = 10;
const INSPECTORS = 400;
const PLANS = 5;
const MAKE = `mutation ($input: MakeInspectionPlanInput!) { makeInspectionPlan(input: $input) {
  ... on InspectionPlan { id teams { number members } progress { visits notPlanned } } ... on PlanRejection { code field } } }`;
const REPLAN = `mutation ($input: ReplanInspectionsInput!) { replanInspections(input: $input) {
  ... on InspectionPlan { id progress { visits notPlanned } } ... on PlanRejection { code field } } }`;

function codes(): string[] {
  return Array.from({ length: FIRMS }, (_, n) => {
    const first17 = `91330226T${String(n).padStart(8, '0')}`;
    return first17 + checkCharacter(first17);
  });
}

/** Firms of 18 towns, each inspected ten times; 0.5 % of them red, 2 % yellow; inspectors of every town. */
const FILL = [
  `insert into enrolment select code, '3302260' || lpad((n % 18 + 1)::text, 2, '0'), now() - interval '60 days', 'bench'
   from unnest($1::text[]) with ordinality as f (code, n)`,
  `insert into inspection (id, version, credit_code, town_code, rulebook_version, performed_at, received_at, inspectors, results, passed)
   select gen_random_uuid(), 1, credit_code, town_code, 1, now() - make_interval(days => k * 4 + hashtext(credit_code) % 4 + 4),
     now(), array['inspector-' || abs(hashtext(credit_code || k)) % ${INSPECTORS}], '[{}]', (hashtext(credit_code || k) % 10) <> 0
   from enrolment cross join generate_series(1, ${INSPECTIONS}) k where cardinality($1::text[]) > 0`,
  `insert into light (credit_code, version, colour, run, since, condition, caused_by)
   select distinct on (credit_code) credit_code, 1, c.colour, c.run, performed_at, c.condition, i.id
   from inspection i cross join lateral (select case when abs(hashtext(credit_code)) % 1000 < 5 then 'RED' when abs(hashtext(credit_code)) % 1000 < 25
     then 'YELLOW' else 'GREEN' end as colour) k cross join lateral (select k.colour, case k.colour when 'GREEN' then 0 when 'RED' then 3 else 1 end as run,
     case k.colour when 'RED' then 'INTERVIEW_DUE' else 'NORMAL' end as condition) c
   where cardinality($1::text[]) > 0 order by credit_code, performed_at desc`,
  `insert into inspector select 'inspector-' || n, '检查员' || n, '3302260' || lpad((n % 18 + 1)::text, 2, '0'), true
   from generate_series(0, ${INSPECTORS} - 1) n where cardinality($1::text[]) > 0`,
  `analyze`,
];

async function fill(product: Product): Promise<void> {
  const endpoints = JSON.parse(await readFile(join(product.dir, 'endpoints.json'), 'utf8')) as {
    databases: { inspection: string };
  };
  const client = new pg.Client({ connectionString: endpoints.databases.inspection });
  await client.connect();
  const firms = codes();
  for (const sql of FILL) await client.query(sql, sql.includes('$1') ? [firms] : []);
  await client.end();
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; said: T }> {
  const from = performance.now();
  const said = await work();
  return { ms: performance.now() - from, said };
}

interface Plan {
  readonly id: string;
  readonly teams: readonly { readonly members: readonly string[] }[];
  readonly progress: { readonly visits: number; readonly notPlanned: number };
}

const analyst = { role: 'ANALYST' } as const;
const dayAhead = (days: number) => new Date(Date.now() + (8 + days * 24) * 3_600_000).toISOString().slice(0, 10);

async function measure(product: Product) {
  const rows = [];
  let last: Plan | undefined;
  for (let ahead = 0; ahead < PLANS; ahead++) {
    const input = { day: dayAhead(ahead) };
    const made = await timed(() => product.get<{ makeInspectionPlan: Plan }>(analyst, MAKE, { input }));
    last = made.said.makeInspectionPlan;
    const what = `plan of day ${ahead + 1}: ${FIRMS} firms, ${INSPECTORS} inspectors`;
    rows.push({ what, seconds: rounded(made.ms / 1000, 2), ...last.progress });
  }
  const input = { planId: last!.id, absent: last!.teams.slice(0, 10).map(({ members }) => members[0]!) };
  const again = await timed(() => product.get<{ replanInspections: Plan }>(analyst, REPLAN, { input }));
  const what = 'planned again: ten are ill';
  return [...rows, { what, seconds: rounded(again.ms / 1000, 2), ...again.said.replanInspections.progress }];
}

/** The county's plan of a day, through the gateway: for all firms and 400 inspectors, drawn, stored and drawn again. */
export async function plan() {
  const product = await startProduct();
  try {
    await fill(product);
    return await measure(product);
  } finally {
    await product.stop();
  }
}
