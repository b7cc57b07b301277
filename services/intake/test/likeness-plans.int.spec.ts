import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Tx } from '@qifutong/persistence/database';
import { NearbyQueries } from '../src/likeness/nearby.queries.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { fill } from './many.ts';
import { planOf, statementsOf } from './statements.ts';

let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake();
  await fill(intake, 5_000, 60_000);
  await intake.sql(
    `insert into issue_likeness (issue_id, firm_credit_code, firm_name, firm_key, received_at, terms, weighed)
     select id, firm_credit_code, '某厂', md5((n % 3000)::text), registered_at - n * interval '10 minutes',
       array['物:口罩', '词:' || (n % 5000), '连:' || (n % 700)], '{"concepts":{},"lexemes":{},"domain":"OTHER","embedding":null}'
     from (select *, row_number() over () as n from issue) i`,
  );
  await intake.sql(`analyze issue_likeness`);
}, 120_000);
afterAll(() => intake.stop());

const issueId = '01900000-0000-7000-8000-000000000042';
const receivedAt = new Date('2020-02-01T00:00:00.000Z');

async function plansOf(work: (queries: NearbyQueries, tx: Tx) => Promise<unknown>) {
  const { source, clock } = intake.service.db;
  const queries = intake.service.app.get(NearbyQueries);
  const statements = await statementsOf(source, () => work(queries, new Tx(source.manager, clock)));
  return Promise.all(statements.map((statement) => planOf(source, statement)));
}

describe('among 60,000 issues an issue is compared with few', () => {
  it.each<[string, (queries: NearbyQueries, tx: Tx) => Promise<unknown>, RegExp]>([
    [
      'those of its window that share terms',
      (queries, tx) => queries.near(tx, { issueId, receivedAt, hours: 72, terms: ['词:77', '连:5'] }),
      /issue_likeness_(received|terms)/,
    ],
    [
      'those of its firm',
      (queries, tx) =>
        queries.ofFirm(
          tx,
          {
            issueId,
            receivedAt,
            registeredAt: receivedAt,
            text: '口罩',
            firmCreditCode: '91330226MA00000420',
            firmName: '某厂',
            taken: false,
          },
          'key',
          14,
        ),
      /issue_likeness_of_firm/,
    ],
  ])('%s', async (_, work, index) => {
    const [plan] = await plansOf(work);
    expect(plan!.indexes.join(' ')).toMatch(index);
    expect(plan!.kinds).not.toContain('Seq Scan');
  });
});
