import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { CentreClockTable } from '../src/centre/centre.table.ts';
import { UrgeCentre } from '../src/centre/urge-centre.job.ts';
import { commander, statementsOf, withoutJobs, type Statement } from './world.ts';

const ROWS = 60_000;
let booted: Booted;
let seen: Statement[];
beforeAll(async () => {
  booted = await boot(withoutJobs);
  await booted.schema.db.source.query(`
    insert into centre_clock (id, version, issue_id, number, round, kind, ordinal, started_at, ended_at, town_code, clock, due_at, wake_at, missed, open)
    select gen_random_uuid(), 0, gen_random_uuid(), '20200214-' || lpad(n::text, 5, '0'), 1, case when n % 3 = 0 then 'CALLBACK' else 'DISPATCH' end, 1,
      at, case when n % 20 > 0 then at + interval '1 hour' end, '330226110',
      jsonb_build_object('kind', 'DISPATCH', 'limit', jsonb_build_object('kind', 'SAME_DAY'), 'warnAt', '[]'::jsonb, 'policyVersion', 1,
        'history', jsonb_build_array(jsonb_build_object('type', 'STARTED', 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
        'dueAt', to_char((at + interval '1 day') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'warningAt', null),
      at + interval '1 day', case when n % 20 = 0 then at + interval '1 day' end, n % 50 = 0, n % 20 = 0
    from generate_series(1, ${ROWS}) as n, lateral (select date_trunc('milliseconds', now()) - n * interval '1 minute' as at) as _;
    analyze centre_clock;`);
  seen = statementsOf(booted);
}, 60_000);
afterAll(() => booted?.stop());

/** The plans of what is asked of the clocks, one text each. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  seen.length = 0;
  await work();
  const selects = seen.filter(({ sql }) => /^select/i.test(sql) && /\bcentre_clock\b/.test(sql));
  const plans: { 'QUERY PLAN': string }[][] = [];
  for (const { sql, parameters } of selects)
    plans.push(await booted.schema.db.source.query(`explain ${sql}`, parameters));
  return plans.map((lines) => lines.map((line) => line['QUERY PLAN']).join('\n'));
}

describe(`of ${ROWS} clocks of the centre`, () => {
  it.each([
    ['all', '', 'centre_clock_newest'],
    ['those of a kind', '(filter: { kind: CALLBACK })', 'centre_clock_(by_kind|newest)'],
    ['the open', '(filter: { open: true })', 'centre_clock_(open|newest)'],
    ['the missed', '(filter: { missed: true })', 'centre_clock_missed'],
    ['the missed that are still to be done', '(filter: { missed: true, open: true })', 'centre_clock_missed_open'],
  ])('%s are listed through an index', async (_, filter, index) => {
    const plans = await plansOf(() => booted.ask(`{ centreClocks${filter} { nodes { id } } }`, {}, commander));
    expect(plans).toEqual([expect.stringMatching(new RegExp(`Index Scan.* using ${index} `))]);
    expect(plans.join('\n')).not.toMatch(/Seq Scan|Sort/);
  });

  it('those of an issue are found through their key', async () => {
    const { issueId: id } = await booted.schema.db.source.manager.findOneByOrFail(CentreClockTable, { open: true });
    const asked = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Issue { centreClocks { id } } } }';
    const plans = await plansOf(() => booted.ask(asked, { of: [{ __typename: 'Issue', id }] }, commander));
    expect(plans).toEqual([expect.stringMatching(/Index Scan.* centre_clock_issue_id_kind_ordinal_key/)]);
  });

  it('the due are taken through the index of those that wake', async () => {
    const plans = await plansOf(() => runInTrace(traceFrom(undefined), () => booted.service.app.get(UrgeCentre).run()));
    const taking = plans.filter((plan) => plan.includes('LockRows'));
    expect(taking).toEqual([expect.stringMatching(/Index Scan using centre_clock_wake /)]);
  });
});
