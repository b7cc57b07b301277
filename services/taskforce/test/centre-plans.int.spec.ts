import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { CentreClockTable } from '../src/centre/centre.table.ts';
import { UrgeCentre } from '../src/centre/urge-centre.job.ts';
import { fillCentreClocks } from './many.ts';
import { commander, statementsOf, withoutJobs, type Statement } from './world.ts';

const ROWS = 60_000;
let booted: Booted;
let seen: Statement[];
beforeAll(async () => {
  booted = await boot(withoutJobs);
  await fillCentreClocks(booted.schema.db.source, ROWS);
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
