import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createService, type Service } from '@qifutong/platform/service';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { BringPlanUpToDate } from '../src/plan/bring-plan-up-to-date.job.ts';
import { redraw, type Drawn } from '../src/plan/domain/redraw.ts';
import { drawOf } from '../src/plan/seeded-draw.ts';
import { anInput, deliver, enrolled, registered } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { commander, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
let others: Service[] = [];
let early: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  const beside = { clock, log: booted.service.log, schema: booted.schema.schema };
  others = await Promise.all([1, 2].map(() => createService(withoutJobs, booted.config, beside)));
  await registered(booted, 'inspector-1', 'inspector-2', 'inspector-3', 'inspector-4');
  early = await enrolled(booted);
});
afterAll(async () => {
  await Promise.all(others.map((one) => one.stop()));
  await booted.stop();
});

const PLAN = `id changes { by absent lit { creditCode } } drawn progress { done } visits(first: 100) { nodes {
  firm { creditCode } reason team } }`;

interface Plan {
  readonly id: string;
  readonly changes: readonly { readonly by: string | null; readonly lit: readonly { readonly creditCode: string }[] }[];
  readonly drawn: string;
  readonly visits: {
    readonly nodes: readonly { readonly firm: { readonly creditCode: string }; reason: string; team: number | null }[];
  };
}

async function said(mutation: string, type: string, input: object): Promise<Plan> {
  const document = `mutation ($input: ${type}!) { said: ${mutation}(input: $input) { ... on InspectionPlan { ${PLAN} } ... on PlanRejection { code } } }`;
  const { data, errors } = await booted.ask<{ said: Plan }>(document, { input }, commander);
  if (!data) throw new TypeError(JSON.stringify(errors));
  return data.said;
}

const made = (day: string, told = {}) =>
  said('makeInspectionPlan', 'MakeInspectionPlanInput', { day, share: 0, ...told });
const replanned = (planId: string) => said('replanInspections', 'ReplanInspectionsInput', { planId, absent: [] });

async function planOf(day: string): Promise<Plan> {
  const document = `query ($day: Date!) { inspectionPlan(day: $day) { ${PLAN} } }`;
  return (await booted.ask<{ inspectionPlan: Plan }>(document, { day }, commander)).data!.inspectionPlan;
}

const reasons = ({ visits }: Plan) =>
  visits.nodes.map(({ firm, reason, team }) => [firm.creditCode, reason, team !== null]);

function repeated({ drawn }: Plan): boolean | null {
  return redraw(JSON.parse(drawn) as Drawn, drawOf).same;
}

/** So many days in a row with a rule unmet, the last on that day. */
async function failing(firm: string, days: number, last: number): Promise<void> {
  const inputs = Array.from({ length: days }, (_, i) =>
    anInput(firm, { performedAt: feb(last - days + 1 + i), results: firstRules(1, 'UNMET') }),
  );
  for (const { passed } of await deliver(booted, inputs)) expect(passed).toBe(false);
}

const run = ({ app }: Service) => app.get(BringPlanUpToDate).run();

describe('a plan that was made ahead', () => {
  it('has the firms that are red or yellow since once it is drawn again, and can be repeated from what is kept', async () => {
    const plan = await made('2020-02-16');
    expect(reasons(plan)).toEqual([]);
    await failing(early, 3, 14);
    const after = await replanned(plan.id);
    expect(reasons(after)).toEqual([[early, 'RED', true]]);
    expect(after.changes.map(({ by, lit }) => [by, lit])).toEqual([['commander-1', [{ creditCode: early }]]]);
    expect(repeated(after)).toBe(true);
    expect((await replanned(plan.id)).changes.at(-1)).toMatchObject({ lit: [] });
  });

  it('is brought up to date when its day begins, once by however many instances, with nobody asking', async () => {
    const plan = await made('2020-02-17', { share: 100 });
    const [late, drawn] = [await enrolled(booted), early];
    expect(reasons(plan)).toEqual([[drawn, 'RED', true]]);
    clock.set('2020-02-16T10:00:00.000Z');
    await failing(late, 1, 16);
    clock.set('2020-02-16T15:59:59.999Z');
    const waits = await Promise.all([booted.service, ...others].map(run));
    expect([waits, (await planOf('2020-02-17')).changes]).toEqual([[1, 1, 1], []]);
    clock.advance(1);
    for (let i = 0; i < 3; i++) await Promise.all([booted.service, ...others].map(run));
    const after = await planOf('2020-02-17');
    expect(after.changes.map(({ by, lit }) => [by, lit])).toEqual([[null, [{ creditCode: late }]]]);
    expect(reasons(after)).toEqual([
      [drawn, 'RED', true],
      [late, 'YELLOW', true],
    ]);
    expect(repeated(after)).toBe(true);
    const entries: object[] = await booted.schema.db.source.query(
      `select event -> 'data' as data from event_log where aggregate_id = $1 order by seq`,
      [plan.id],
    );
    expect(entries).toMatchObject([{ data: { replanned: false } }, { data: { replanned: true, visits: 2 } }]);
  });

  it('lacks no firm that was inspected on its day already, and gets one whose earlier result comes late', async () => {
    const [today, late] = [await enrolled(booted), await enrolled(booted)];
    clock.set('2020-02-17T02:00:00.000Z');
    await failing(today, 1, 17);
    await run(booted.service);
    expect((await planOf('2020-02-17')).changes).toHaveLength(1);
    await failing(late, 1, 15);
    await run(booted.service);
    expect((await planOf('2020-02-17')).changes.map(({ lit }) => lit)).toEqual([
      [expect.anything()],
      [{ creditCode: late }],
    ]);
  });

  it('leaves days without a plan alone', async () => {
    clock.set('2020-02-20T02:00:00.000Z');
    expect(await run(booted.service)).toBe(14 * 3_600_000);
    expect(await planOf('2020-02-20')).toBeNull();
  });
});
