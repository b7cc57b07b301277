import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RetentionService } from '../src/retention/retention.service.ts';
import { bootIntake, withoutJobs, type TestIntake } from './intake.ts';
import { fill } from './many.ts';
import { retaining } from './retained.ts';
import { planOf, statementsOf } from './statements.ts';

const ISSUES = 40_000;
let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({}, withoutJobs);
  await fill(intake, 1_000, ISSUES);
  await intake.sql(
    `with taken as (
       insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at)
       select gen_random_uuid(), id, 'HOTLINE', '口罩不够', 'operator-1', registered_at, registered_at from issue returning id)
     insert into reporter (report_id, name_mask, phone_mask, sealed, key_id, confidential)
     select id, '张**', '139****0042', 'a.b.c.d.e', 'test', false from taken`,
  );
  await intake.sql(
    `insert into call (id, channel, purpose, taken_by, taken_at) select gen_random_uuid(), case when n % 50 = 0 then 'PUBLIC_OPINION' else 'HOTLINE' end,
       'OTHER', 'operator-1', timestamptz '2020-02-14T00:00:00Z' + n * interval '1 second' from generate_series(1, $1::int) n`,
    [ISSUES],
  );
  for (const table of ['report', 'reporter', 'call', 'retained_contact']) await intake.sql(`analyze ${table}`);
}, 240_000);
afterAll(() => intake.stop());

/** The tables of which there are many rows, where a piece of work reads them from end to end; and the indexes that it uses. */
async function read(work: () => Promise<unknown>) {
  const { source } = intake.service.db;
  const statements = await statementsOf(source, work);
  const planned = statements.filter(({ sql }) => !/^(START TRANSACTION|COMMIT|set transaction)/.test(sql));
  const plans = await Promise.all(planned.map((statement) => planOf(source, statement)));
  const many = ['issue', 'report', 'reporter', 'call', 'retained_contact', 'event_log'];
  return {
    whole: plans.flatMap(({ whole }) => whole).filter((table) => many.includes(table)),
    indexes: new Set(plans.flatMap(({ indexes }) => indexes)),
  };
}

describe('among 40,000 issues the daily job reads what is due, and no table as a whole', () => {
  const carryOut = () => intake.service.app.get(RetentionService).carryOut();

  it('when it takes up contacts', async () => {
    await retaining(intake).closed('2021-02-14');
    const { whole, indexes } = await read(carryOut);
    expect(whole).toEqual([]);
    expect([...indexes]).toEqual(
      expect.arrayContaining([
        'retained_contact_oldest',
        'issue_pkey',
        'issue_merged_into',
        'report_of_issue',
        'reporter_pkey',
      ]),
    );
  });

  it('when it takes up items of public opinion', async () => {
    await intake.sql(`update retention_run set kind = 'PUBLIC_OPINION_ITEM', after_at = '-infinity'`);
    const { whole, indexes } = await read(carryOut);
    expect(whole).toEqual([]);
    expect([...indexes]).toEqual(expect.arrayContaining(['call_public_opinion', 'call_pkey']));
  });

  it('when nothing is due', async () => {
    await intake.sql(`update retention_run set kind = null, ended_at = now()`);
    expect(await read(carryOut)).toMatchObject({ whole: [] });
  });
});
