import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, enrolled, inspectOn } from './asks.ts';
import { feb } from './builders.ts';
import { commander, decideAs, processOf, said, withoutJobs } from './process-asks.ts';

const [TOWN, OTHER] = ['330226110', '330226111'];
const clock = fixedClock(feb(14, 18));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

const of = (sub: string, town: string) => ({ sub, roles: ['INSPECTOR'], town });
const native = of('inspector-9', TOWN);
const stranger = of('inspector-8', OTHER);

/** A red firm whose shutdown is drafted, with an interview awaited anew where `refused`. */
async function shutDrafted(refused: boolean) {
  const firm = await enrolled(booted, TOWN);
  for (const day of [10, 11, 12]) await inspectOn(booted, firm, day, 1);
  const [interview] = (await processOf(booted, firm)).interviews.nodes;
  await decideAs(booted, 'holdInterview', { interviewId: interview!.id, ...said, heldAt: feb(12, 18) }, commander);
  await inspectOn(booted, firm, 14, 1);
  const [shutdown] = (await processOf(booted, firm)).shutdownOrders.nodes;
  if (refused) await decideAs(booted, 'refuseShutdownOrder', { id: shutdown!.id, reason: '理由' }, commander);
  const file = await processOf(booted, firm);
  return { firm, order: file.orders.nodes[0]!, interview: file.interviews.nodes[0]!, shutdown: shutdown! };
}

type Case = Awaited<ReturnType<typeof shutDrafted>>;
const acts: [Parameters<typeof decideAs>[1], boolean, (one: Case) => Record<string, unknown>, string, string][] = [
  [
    'holdInterview',
    true,
    ({ interview }) => ({ interviewId: interview.id, ...said }),
    'INTERVIEW_OF_ANOTHER_TOWN',
    'interviewId',
  ],
  [
    'stateDefence',
    false,
    ({ shutdown }) => ({ id: shutdown.id, text: '口罩已在路上' }),
    'SHUTDOWN_OF_ANOTHER_TOWN',
    'id',
  ],
  ['acknowledgeDocument', false, ({ order }) => ({ number: order.number }), 'DOCUMENT_OF_ANOTHER_TOWN', 'number'],
  ['setOrderDate', false, ({ order }) => ({ id: order.id, dueOn: '2020-02-20' }), 'ORDER_OF_ANOTHER_TOWN', 'id'],
];

describe('an act on a firm', () => {
  it.each(acts)(
    '%s is for inspectors of its town, not of another one',
    async (...[name, refused, input, code, field]) => {
      clock.set(feb(14, 18));
      const one = await shutDrafted(refused);
      clock.set(feb(14, 19));
      expect(await decideAs(booted, name, input(one), stranger)).toMatchObject({ code, field });
      const done = await decideAs(booted, name, input(one), native);
      expect(done['code']).toBeUndefined();
    },
  );

  it('is for who inspected it, and for who a plan sends there, wherever they are from', async () => {
    const [one, planned] = [await shutDrafted(false), await shutDrafted(false)];
    const own = of('inspector-1', OTHER);
    const number = one.order.number;
    expect(await decideAs(booted, 'acknowledgeDocument', { number }, own)).toMatchObject({ number });
    const answer = await booted.ask<{ makeInspectionPlan: { id: string } }>(
      'mutation ($input: MakeInspectionPlanInput!) { makeInspectionPlan(input: $input) { ... on InspectionPlan { id } } }',
      { input: { day: '2020-02-14' } },
      analyst,
    );
    const planId = answer.data!.makeInspectionPlan.id;
    const { source } = booted.schema.db;
    const acknowledged = () => decideAs(booted, 'acknowledgeDocument', { number: planned.order.number }, stranger);
    expect(await acknowledged()).toMatchObject({ code: 'DOCUMENT_OF_ANOTHER_TOWN' });
    await source.query(`update inspection_plan set teams = $2 where id = $1`, [
      planId,
      JSON.stringify([{ townCode: null, members: [stranger.sub, 'inspector-7'] }]),
    ]);
    await source.query(
      `update plan_visit set team = 0, not_planned_because = null where plan_id = $1 and credit_code = $2`,
      [planId, planned.firm],
    );
    expect(await acknowledged()).toMatchObject({ number: planned.order.number });
  });

  it('is for whom a plan sent there until it was changed, too', async () => {
    const { firm, order } = await shutDrafted(false);
    const { source } = booted.schema.db;
    const acknowledged = () => decideAs(booted, 'acknowledgeDocument', { number: order.number }, stranger);
    await source.query(
      `insert into plan_visit select id, $1, day, 99, null, 'RED', null, 'FULL', '[]' from inspection_plan`,
      [firm],
    );
    expect(await acknowledged()).toMatchObject({ code: 'DOCUMENT_OF_ANOTHER_TOWN' });
    const former = [{ inspectors: ['inspector-7', stranger.sub], until: feb(14, 12).toISOString() }];
    await source.query(`update plan_visit set former = $2 where credit_code = $1`, [firm, JSON.stringify(former)]);
    expect(await acknowledged()).toMatchObject({ number: order.number });
  });
});
