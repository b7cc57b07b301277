import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NIL } from 'uuid';
import { RevealService } from '../src/report/reveal.service.ts';
import { SealService } from '../src/report/seal.service.ts';
import { bootIntake, withoutJobs, type TestIntake } from './intake.ts';
import { planOf, statementsOf } from './statements.ts';

const REPORTS = 50_000;
let intake: TestIntake;
let some: string[];
beforeAll(async () => {
  intake = await bootIntake({}, withoutJobs);
  const issueId = await intake.registered();
  await intake.sql(
    `with taken as (
       insert into report (id, issue_id, channel, text, taken_by, received_at, registered_at)
       select gen_random_uuid(), $1, 'HOTLINE', '口罩不够', 'operator-1', now(), now() from generate_series(1, $2::int) returning id),
     told as (
       insert into reporter (report_id, name_mask, phone_mask, sealed, key_id, confidential)
       select id, '张**', '139****0042', 'a.b.c.d.e', 'test', false from taken)
     insert into reporter_showing (id, report_id, issue_id, sub, name, roles, reason, correlation_id, asked_at)
     select gen_random_uuid(), id, $1, 'operator-1', '接线员甲', '{OPERATOR}', '回电核对厂址', 'a', now() from taken, generate_series(1, 2)`,
    [issueId, REPORTS],
  );
  await intake.sql('analyze reporter');
  await intake.sql('analyze reporter_showing');
  some = (await intake.sql<{ id: string }>('select id from report order by id limit 50')).map(({ id }) => id);
}, 60_000);
afterAll(() => intake.stop());

/** The plans of the statements that a piece of work sends; those that open and close a transaction have none. */
async function plansOf(work: () => Promise<unknown>) {
  const { source } = intake.service.db;
  const statements = await statementsOf(source, work);
  const planned = statements.filter(({ sql }) => !/^(START TRANSACTION|COMMIT)/.test(sql));
  const plans = await Promise.all(planned.map((statement) => planOf(source, statement)));
  expect(plans.flatMap(({ kinds }) => kinds)).not.toContain('Seq Scan');
  return plans.map(({ indexes }) => [...new Set(indexes)]);
}

describe(`among ${REPORTS} reporters no table is read as a whole`, () => {
  const seals = () => intake.service.app.get(SealService);

  it('when the job looks whether a key is missing', async () => {
    expect(await plansOf(() => seals().renew(null))).toEqual([['reporter_by_key']]);
  });

  it('when it looks for what another key has sealed', async () => {
    const plans = await plansOf(() => seals().renew({ keyId: 'older', after: NIL }));
    expect(plans).toEqual([['reporter_by_key']]);
  });

  it('when the showings of 50 reports are listed', async () => {
    const plans = await plansOf(() => intake.service.app.get(RevealService).showings(some, { first: 20, after: null }));
    expect(plans).toEqual([['reporter_showing_of_report'], ['reporter_showing_pkey']]);
  });
});
