import type pg from 'pg';
import { firmCode } from '../scale/fill.ts';
import { fillDocuments } from './documents.ts';
import { AT, failed, ID, sinceFailure, TOWNS } from './history.ts';
import { RULES } from './rules.ts';

export const FIRMS = 46_958;
/** indexes are made faster afterwards than row by row */
const INDEXED = ['inspection', 'light_entry'];

const ENROLMENTS = `insert into enrolment select code, ${TOWNS}[1 + n % 18], now() - interval '1000 days', 'analyst-1'
  from unnest($1::text[]) with ordinality as firm (code, n)`;

const FAILED = failed('d');
const DAYS = `from firm_number firm, generate_series(1, $1::int) d where firm.n > $2 and firm.n <= $3`;

const answers = (unmet: string | null) =>
  JSON.stringify(
    RULES.map((rule) =>
      rule === unmet ? { rule, result: 'UNMET', note: '两人未佩戴口罩' } : { rule, result: 'MET', note: null },
    ),
  );
const ANSWERS = { passed: answers(null), failed: answers('MASKS_WORN') };

const INSPECTIONS = `insert into inspection (id, version, credit_code, town_code, rulebook_version, performed_at, received_at, inspectors, results, passed)
  select ${ID('firm.n', 'd')}, 1, firm.code, ${TOWNS}[1 + firm.n % 18], 1, ${AT('firm.n', 'd')}, ${AT('firm.n', 'd')} + interval '1 minute', '{inspector-1}',
    case when ${FAILED} then '${ANSWERS.failed}' else '${ANSWERS.passed}' end::jsonb, not ${FAILED} ${DAYS}`;

/** What follows from these inspections, said without the fold: since and cause are the day on which a stretch of one colour, or a run, began. */
const ENTRIES = `insert into light_entry (credit_code, at, fact_id, day, kind, inspection_id, colour, run, since, condition, caused_by, reason)
  select firm.code, ${AT('firm.n', 'd')}, ${ID('firm.n', 'd')}, (${AT('firm.n', 'd')})::date, 'INSPECTED', ${ID('firm.n', 'd')},
    case run when 0 then 'GREEN' when 3 then 'RED' else 'YELLOW' end, run, ${AT('firm.n', 'began')}, case run when 3 then 'INTERVIEW_DUE' else 'NORMAL' end,
    ${ID('firm.n', 'moved')}, case run when 0 then 'RULES_MET' when 3 then 'UNMET_IN_A_ROW' else 'RULES_UNMET' end
  from (select *, case when not ${FAILED} then 0 when firm.n % 50 = 0 and $1::int >= 10 and d > $1::int - 3 then d - ($1::int - 3) else 1 end as run
    from (select n, code from firm_number where n > $2 and n <= $3) firm, generate_series(1, $1::int) d) firm,
    lateral (select case run when 0 then greatest(1, d - ${sinceFailure('d')} + 1) when 2 then d - 1 else d end as began, case run when 0 then greatest(1, d - ${sinceFailure('d')} + 1) else d end as moved) as stretch`;

const LIGHTS = `insert into light (credit_code, town_code, version, colour, run, since, condition, caused_by)
  select last.credit_code, ${TOWNS}[1 + firm.n % 18], 1, colour, run, since, condition, caused_by from firm_number firm, lateral
    (select * from light_entry where credit_code = firm.code order by at desc, fact_id desc limit 1) as last`;

interface Index {
  readonly name: string;
  readonly definition: string;
}

async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Index>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and tablename = any($1) and indexname not in (select conname from pg_constraint)`,
    [INDEXED],
  );
  for (const { name } of rows) await client.query(`drop index "${name}"`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}

/** So many inspections of each of the county's firms, with the lights that follow from them. */
export async function fill(client: pg.Client, each: number, say: (line: string) => void): Promise<void> {
  const codes = Array.from({ length: FIRMS }, (_, i) => firmCode(i + 1));
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
  );
  await client.query(ENROLMENTS, [codes]);
  await client.query(
    'create unlogged table firm_number as select code, n::int from unnest($1::text[]) with ordinality as firm (code, n)',
    [codes],
  );
  await client.query('create index on firm_number (n); analyze firm_number');
  await withoutIndexes(client, async () => {
    for (let from = 0; from < FIRMS; from += 5_000) {
      for (const sql of [INSPECTIONS, ENTRIES]) await client.query(sql, [each, from, from + 5_000]);
      say(`${Math.min(FIRMS, from + 5_000)} firms with ${each} inspections each`);
    }
  });
  await client.query(LIGHTS);
  await fillDocuments(client, each, say);
  await client.query('vacuum (analyze) enrolment; ');
  for (const table of ['inspection', 'light_entry', 'light']) await client.query(`vacuum (analyze) ${table}`);
  say('indexed and analysed');
}
