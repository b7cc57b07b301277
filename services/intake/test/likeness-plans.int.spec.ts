import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Tx } from '@qifutong/persistence/database';
import { v7 as uuidv7 } from 'uuid';
import { NearbyQueries } from '../src/likeness/nearby.queries.ts';
import { PublishedQueries } from '../src/likeness/published.queries.ts';
import { bootIntake, withoutJobs, type TestIntake } from './intake.ts';
import { fill } from './many.ts';
import { planOf, statementsOf } from './statements.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({}, withoutJobs);
  await fill(intake, 5_000, 60_000);
  await intake.sql(
    `insert into issue_likeness (issue_id, firm_key, received_at, weighed)
     select id, md5((n % 3000)::text), registered_at - n * interval '10 minutes',
       '{"concepts":{},"lexemes":{},"domain":"OTHER","embedding":null}'
     from (select *, row_number() over (order by id) as n from issue) i`,
  );
  await intake.sql(
    `insert into issue_term (term, received_at, issue_id) select term, received_at, issue_id
     from (select *, row_number() over (order by issue_id) as n from issue_likeness) i,
       unnest(array['物:口罩', '词:' || (n % 5000), '连:' || (n % 700)]) as term`,
  );
  await intake.sql(
    `insert into common_issue (id, version, number, state, title, domain, urgency, origin, evidence, cause_is_own_rule, proposed_at, proposed_by)
     select gen_random_uuid(), 1, '共20200101-' || lpad(n::text, 4, '0'), 'PROPOSED', '某事', 'OTHER', 'NORMAL', 'LIKENESS', '{}', false, now(), 'likeness'
     from generate_series(1, 3000) n`,
  );
  await intake.sql(
    `insert into common_issue_core (common_issue_id, version, core, last_received_at)
     select id, 1, '{"concepts":{},"lexemes":{},"domain":"OTHER","embedding":null}', proposed_at from common_issue`,
  );
  await intake.sql(
    `insert into common_issue_term (common_issue_id, term) select id, '词:' || (row_number() over () * 50 + k) % 9000
     from common_issue, generate_series(1, 50) k`,
  );
  await intake.sql(
    `with told as (
       insert into guidance (id, version, state, domain, current_version, published_at)
       select uuidv7(), 1, 'PUBLISHED', 'OTHER', 1, now() from generate_series(1, 10000) returning id)
     insert into guidance_version (id, guidance_id, number, title, text, domain, town_codes, industries, sizes, effective_from, published_at, published_by)
     select uuidv7(), id, 1, '规定', '凭证', 'OTHER', '{}', '{}', '{}', '2020-01-01', now(), 'analyst-1' from told`,
  );
  await intake.sql(
    `update guidance_likeness set weighed = '{"concepts":{},"lexemes":{},"domain":"OTHER","embedding":null}'`,
  );
  await intake.sql(
    `insert into guidance_term (term, last_day, version_id) select distinct term, 'infinity'::date, version_id
     from (select *, row_number() over (order by version_id) as n from guidance_likeness) v, generate_series(1, 30) k,
       unnest(array['物:口罩', '词:' || (n * 30 + k) % 9000]) as term`,
  );
  await intake.sql('vacuum analyze guidance_term');
  for (const table of [
    'guidance',
    'guidance_version',
    'guidance_likeness',
    'issue_likeness',
    'issue_term',
    'common_issue',
    'common_issue_core',
    'common_issue_term',
  ])
    await intake.sql(`analyze ${table}`);
}, 120_000);
afterAll(() => intake.stop());

const seeking = Array.from({ length: 50 }, (_, n) => ({
  issueId: `01900000-0000-7000-8000-0000000000${n + 10}`,
  receivedAt: new Date(Date.UTC(2020, 1, 1) + n),
  hours: 72,
  terms: ['物:口罩', `词:${n * 77}`, `连:${n * 5}`],
  firmCreditCode: `91330226MA00000${n + 10}0`,
  firmKey: `key-${n}`,
  waiting: { about: { domain: 'OTHER', townCode: '330226001', industry: null, size: 'MICRO' } as const },
}));

async function plansOf(work: (queries: NearbyQueries, tx: Tx) => Promise<unknown>) {
  const { source, clock } = intake.service.db;
  const queries = intake.service.app.get(NearbyQueries);
  const statements = await statementsOf(source, () => work(queries, new Tx(source.manager, clock)));
  return Promise.all(statements.map((statement) => planOf(source, statement)));
}

const some = async (queries: NearbyQueries, tx: Tx) => {
  const rows: { id: string }[] = await tx.manager.query(`select id from issue order by id limit 400`);
  return queries.standing(
    tx,
    rows.map(({ id }) => id),
  );
};

describe('among 60,000 issues, fifty that are suggested for together are compared with few', () => {
  it.each<[string, (queries: NearbyQueries, tx: Tx) => Promise<unknown>, readonly RegExp[]]>([
    ['those of their window that share terms', (queries, tx) => queries.near(tx, seeking), [/issue_term_pkey/]],
    [
      'those of their firms',
      (queries, tx) => queries.ofFirm(tx, seeking),
      [/issue_of_firm/, /issue_likeness_firm_key/],
    ],
    [
      'common issues that share terms',
      (queries, tx) => queries.cores(tx, seeking.slice(0, 1)),
      [/common_issue_term_of/],
    ],
    ['how people left them', some, [/issue_pkey/]],
  ])('%s', async (_, work, indexes) => {
    const plans = (await plansOf(work)).slice(-indexes.length);
    for (const [i, index] of indexes.entries()) expect(plans[i]!.indexes.join(' ')).toMatch(index);
    expect(plans.flatMap(({ whole }) => whole).filter((table) => /^issue/.test(table))).toEqual([]);
  });
});

describe('among 10,000 guidances, fifty issues are compared with few', () => {
  const days = seeking.map(() => '2020-02-01');
  const guidanceIds = seeking.map(() => uuidv7());
  const published = async (work: (queries: PublishedQueries, tx: Tx) => Promise<unknown>) => {
    const queries = intake.service.app.get(PublishedQueries);
    return plansOf((_, tx) => work(queries, tx));
  };

  it.each<[string, (queries: PublishedQueries, tx: Tx) => Promise<unknown>, readonly RegExp[]]>([
    [
      'by what they say',
      (queries, tx) => queries.guidances(tx, seeking, days),
      [/guidance_term_pkey/, /guidance_version_pkey/, /guidance_pkey/],
    ],
    [
      'through closed common issues',
      (queries, tx) => queries.closed(tx, seeking, days),
      [/common_issue_term_of/, /common_issue_pkey/],
    ],
    ['of those nobody has read', (queries, tx) => queries.unread(tx), [/guidance_likeness_unread/]],
    [
      'through open common issues, those of which hold, and whom they cover',
      (queries, tx) => queries.inForce(tx, guidanceIds, days.slice(0, 1)),
      [/guidance_version_guidance_id_number_key/, /guidance_pkey/],
    ],
  ])('%s', async (_, work, indexes) => {
    const [plan] = await published(work);
    for (const index of indexes) expect(plan!.indexes.join(' ')).toMatch(index);
    expect(plan!.whole).toEqual([]);
  });

  it('those that share a rare term come before those that share a common one', async () => {
    const { source, clock } = intake.service.db;
    const queries = intake.service.app.get(PublishedQueries);
    const [first] = await queries.guidances(new Tx(source.manager, clock), seeking.slice(2, 3), days);
    const rare: { id: string }[] = await intake.sql(`select version_id as id from guidance_term where term = '词:154'`);
    expect(first).toHaveLength(60);
    expect(rare.length).toBeGreaterThan(1);
    expect(first!.slice(0, rare.length).toSorted()).toEqual(rare.map(({ id }) => id).toSorted());
  });
});
