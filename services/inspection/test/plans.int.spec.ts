import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, filesOf } from './asks.ts';
import { aCreditCode, feb } from './builders.ts';
import { withoutJobs } from './process-asks.ts';
import { recorded } from './statements.ts';

let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock: fixedClock(feb(28)) });
  const { source } = booted.schema.db;
  const codes = Array.from({ length: 1_000 }, (_, i) => aCreditCode(i));
  await source.query(
    `insert into enrolment select code, '33022610' || n % 9, '2020-02-01', 'analyst-1' from unnest($1::text[]) with ordinality as c (code, n)`,
    [codes],
  );
  await source.query(
    `insert into inspection select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 1, code, '33022610' || n % 9, 1,
       '2020-02-01'::timestamptz + n * interval '20 s', '2020-02-28', array['inspector-1'], '[{}]', n % 50 <> 0, null
     from generate_series(1, 60000) as n join unnest($1::text[]) with ordinality as c (code, i) on i = n % 1000 + 1`,
    [codes],
  );
  await source.query(
    `insert into light (credit_code, town_code, version, colour, run, since, condition, caused_by)
     select code, '33022610' || n % 9, 0, colour, case colour when 'GREEN' then 0 else 3 end, '2020-02-01'::timestamptz + n * interval '1 h',
       case colour when 'RED' then 'INTERVIEW_DUE' else 'NORMAL' end, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
     from unnest($1::text[]) with ordinality as c (code, n)
       cross join lateral (select case n % 5 when 1 then 'RED' when 2 then 'YELLOW' else 'GREEN' end) as l (colour)`,
    [codes],
  );
  await source.query('analyze enrolment, inspection, light');
});
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

const LIST = `query ($after: String, $filter: InspectionFilter) {
  inspections(after: $after, filter: $filter) { nodes { id } pageInfo { endCursor } } }`;

describe('with 60,000 inspections', () => {
  it.each<[string, object]>([
    ['inspection_newest', {}],
    ['inspection_of_firm', { creditCode: aCreditCode(7) }],
    ['inspection_by_outcome', { passed: false }],
    ['inspection_by_town', { townCode: '330226104' }],
  ])('a page of the list and the one after it walk %s for %j', async (index, filter) => {
    let after: string | null = null;
    for (const page of ['first', 'second']) {
      const plan = await plansOf(async () => {
        const answer = await booted.ask<{ inspections: { pageInfo: { endCursor: string } } }>(
          LIST,
          { filter, after },
          analyst,
        );
        after = answer.data!.inspections.pageInfo.endCursor;
      });
      expect([page, plan]).toEqual([page, expect.stringMatching(new RegExp(`Index (Only )?Scan using ${index} `))]);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });

  it.each<[string, object]>([
    ['light_newest', {}],
    ['light_by_colour', { colour: 'RED' }],
    ['light_of_town', { townCode: '330226104' }],
    ['light_by_town', { townCode: '330226104', colour: 'GREEN' }],
  ])('a page of the lights and the one after it walk %s for %j', async (index, filter) => {
    const asked = `query ($after: String, $filter: LightFilter) {
      lights(first: 5, after: $after, filter: $filter) { nodes { since } pageInfo { endCursor } } }`;
    let after: string | null = null;
    for (const page of ['first', 'second']) {
      const plan = await plansOf(async () => {
        const { data } = await booted.ask<{ lights: { pageInfo: { endCursor: string } } }>(
          asked,
          { filter, after },
          analyst,
        );
        after = data!.lights.pageInfo.endCursor;
      });
      expect([page, plan]).toEqual([page, expect.stringMatching(new RegExp(`Index (Only )?Scan using ${index} `))]);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });

  it('the files of firms read no table as a whole but the small rulebook', async () => {
    const plan = await plansOf(() => filesOf(booted, [aCreditCode(1), aCreditCode(2)]));
    expect(plan).toMatch(/inspection_of_firm/);
    expect(plan.match(/Seq Scan on (?!rulebook|rule\b)\w+/g)).toBeNull();
  });

  it('the lights of a town are counted through an index', async () => {
    const asked = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Town { lights { green } } } }`;
    const of = [{ __typename: 'Town', code: '330226104' }];
    const plan = await plansOf(() => booted.ask(asked, { of }, analyst));
    expect(plan).toMatch(/Index (Only )?Scan (using|on) light_by_town/);
    expect(plan).not.toMatch(/Seq Scan on light/);
  });

  it('a plan that reads all is told from one that does not', async () => {
    const plan = await plansOf(() => booted.service.db.source.query('select * from inspection where version = 2'));
    expect(plan).toMatch(/Seq Scan on inspection/);
  });
});
