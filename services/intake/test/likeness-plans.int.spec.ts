import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Tx } from '@qifutong/persistence/database';
import { NearbyQueries } from '../src/likeness/nearby.queries.ts';
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
  for (const table of ['issue_likeness', 'issue_term', 'common_issue', 'common_issue_core', 'common_issue_term'])
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
