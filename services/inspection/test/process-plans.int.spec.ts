import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { NoteMissed } from '../src/interview/note-missed.job.ts';
import { NoteOverdue } from '../src/order/note-overdue.job.ts';
import { analyst, anInput, submitAs } from './asks.ts';
import { aCreditCode, anId, feb, firstRules } from './builders.ts';
import { processOf, withoutJobs } from './process-asks.ts';
import { recorded } from './statements.ts';

let booted: Booted;
const FIRMS = 1_000;
const DOCUMENTS = 40_000;
const id = (kind: number) => `('00000000-0000-7000-800${kind}-' || lpad(to_hex(n), 12, '0'))::uuid`;
const number = (prefix: string) => `'${prefix}20200201-' || lpad(n::text, 5, '0')`;
const header = (kind: number, prefix: string) =>
  `${id(kind)}, 1, ${number(prefix)}, code, '33022610' || n % 9, '2020-02-01'::timestamptz + n * interval '20 s'`;
const ofFirms = `from generate_series(1, ${DOCUMENTS}) as n join unnest($1::text[]) with ordinality as c (code, i) on i = n % ${FIRMS} + 1`;

const fills = [
  `insert into enrolment select code, '33022610' || n % 9, '2020-02-01', 'analyst-1' from unnest($1::text[]) with ordinality as c (code, n)`,
  `insert into light (credit_code, version) select credit_code, 0 from enrolment where $1::text[] is not null`,
  `insert into inspection select ${id(0)}, 1, code, '33022610' || n % 9, 1, '2020-02-01'::timestamptz + n * interval '20 s', '2020-02-28',
     array['inspector-1'], '[{}]', false, null ${ofFirms}`,
  ...['改', '约', '停', '验', '诉'].map(
    (prefix) => `insert into document select ${number(prefix)}, code, '2020-02-01', null, null ${ofFirms}`,
  ),
  `insert into rectification_order select ${header(1, '改')}, ${id(0)}, '2020-02-01'::timestamptz + n * interval '20 s', '2020-02-29',
     '[{"rule": "MASKS_WORN", "metBy": null, "metAt": null}]', s, case s when 'FULFILLED' then '2020-02-20'::timestamptz end, '2020-02-28',
     case s when 'WITHDRAWN' then '2020-02-28'::timestamptz end
   ${ofFirms} cross join lateral (select (array['OPEN', 'OVERDUE', 'FULFILLED', 'WITHDRAWN', 'FULFILLED', 'FULFILLED', 'FULFILLED'])[n % 7 + 1] as s) _`,
  `insert into shutdown_order (id, version, number, credit_code, town_code, issued_at, inspection_id, caused_at, defence_due_at, status, defence_waived, withdrawn_at)
   select ${header(2, '停')}, ${id(0)}, '2020-02-01'::timestamptz + n * interval '20 s', '2020-02-29', case n % 50 when 0 then 'DRAFTED' else 'WITHDRAWN' end, false,
     case n % 50 when 0 then null else '2020-02-28'::timestamptz end ${ofFirms}`,
  `insert into interview (id, version, number, credit_code, town_code, issued_at, inspection_id, caused_at, due_at, status, missed_at, withdrawn_at)
   select ${header(3, '约')}, ${id(0)}, '2020-02-01'::timestamptz + n * interval '20 s', '2020-02-29',
     case n % 50 when 0 then 'SUMMONED' when 1 then 'MISSED' else 'WITHDRAWN' end, '2020-02-27', case when n % 50 > 1 then '2020-02-28'::timestamptz end ${ofFirms}`,
  `insert into acceptance (id, version, number, credit_code, town_code, issued_at, kind, status, applied_by, withdrawn_at)
   select ${header(4, '验')}, 'FIRST', case when n <= 100 then 'OPEN' else 'WITHDRAWN' end, 'firm', case when n > 100 then '2020-02-28'::timestamptz end ${ofFirms}`,
  `insert into appeal (id, version, number, credit_code, town_code, issued_at, inspection_id, status, grounds, lodged_by, decided_at, decided_by, decided_by_name, reason)
   select ${header(5, '诉')}, ${id(0)}, s, '不实', 'firm', d, case when d is not null then 'c' end, case when d is not null then 'c' end, case when d is not null then 'r' end
   ${ofFirms} cross join lateral (select case n % 50 when 0 then 'LODGED' else 'DISMISSED' end as s, case n % 50 when 0 then null else '2020-02-28'::timestamptz end as d) _`,
];

beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(feb(28)) });
  const { source } = booted.schema.db;
  const codes = Array.from({ length: FIRMS }, (_, i) => aCreditCode(i));
  for (const fill of fills) await source.query(fill, [codes]);
  await source.query('analyze');
}, 120_000);
afterAll(() => booted.stop());

/** The plans of all that the service asks of its database meanwhile. */
async function plansOf(work: () => Promise<unknown>): Promise<string> {
  const { statements } = await recorded(booted, work);
  const plans = [];
  for (const { sql, parameters } of statements.filter((one) => /^\s*(select|with)/i.test(one.sql))) {
    const lines: { 'QUERY PLAN': string }[] = await booted.service.db.source.query(`explain ${sql}`, parameters);
    plans.push(...lines.map((line) => line['QUERY PLAN']));
  }
  return plans.join('\n');
}

const kinds = [
  ['rectificationOrders', 'RectificationOrder', 'rectification_order', 'OPEN'],
  ['interviews', 'Interview', 'interview', 'MISSED'],
  ['shutdownOrders', 'ShutdownOrder', 'shutdown_order', 'DRAFTED'],
  ['acceptances', 'Acceptance', 'acceptance', 'OPEN'],
  ['appeals', 'Appeal', 'appeal', 'LODGED'],
] as const;
const filters = kinds.flatMap(([list, type, table, status]) => [
  [list, type, `${table}_newest`, {}] as const,
  [list, type, `${table}_of_firm`, { creditCode: aCreditCode(7) }] as const,
  [list, type, `${table}_by_town`, { townCode: '330226104' }] as const,
  [list, type, `${table}_by_status`, { status }] as const,
]);

describe('with 40,000 documents of each kind', () => {
  it.each(filters)('a page of %s (%s) and the one after it walk %s for %j', async (list, type, index, filter) => {
    const asked = `query ($after: String, $filter: ${type}Filter) { ${list}(first: 5, after: $after, filter: $filter) {
      nodes { id } pageInfo { endCursor } } }`;
    let after: string | null = null;
    for (const page of ['first', 'second']) {
      const plan = await plansOf(async () => {
        const answer = await booted.ask<Record<string, { pageInfo: { endCursor: string } }>>(
          asked,
          { filter, after },
          analyst,
        );
        after = answer.data![list]!.pageInfo.endCursor;
      });
      expect([page, plan]).toEqual([page, expect.stringMatching(new RegExp(`Index (Only )?Scan using ${index} `))]);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });

  it("a firm's file reads no document as a whole", async () => {
    const plan = await plansOf(() => processOf(booted, aCreditCode(7)));
    expect(plan.match(/Seq Scan on (?!rulebook|rule\b)\w+/g)).toBeNull();
  });

  it.each([
    ['rectification_order_due', NoteOverdue],
    ['interview_due', NoteMissed],
  ] as const)('what is due next is found through %s', async (index, job) => {
    const plan = await plansOf(() => booted.service.app.get<NoteOverdue | NoteMissed>(job).run());
    expect(plan).toMatch(new RegExp(`Index Scan using ${index}`));
    expect(plan).not.toMatch(/Seq Scan|Sort/);
  });

  it('a result that is taken in reads no document as a whole', async () => {
    const firm = aCreditCode(9);
    const plan = await plansOf(async () => {
      for (const day of [11, 12, 13])
        await submitAs(
          booted,
          anInput(firm, { id: anId(900_000 + day), performedAt: feb(day), results: firstRules(1, 'UNMET') }),
        );
    });
    expect(plan).toMatch(/interview_caused/);
    expect(plan.match(/Seq Scan on (?!rulebook|rule\b|process_policy|light_entry|w\b)\w+/g)).toBeNull();
  });
});
