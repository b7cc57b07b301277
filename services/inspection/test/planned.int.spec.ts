import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, analyst, deliver, enrolled, inspector, newId } from './asks.ts';
import { commander, withoutJobs } from './process-asks.ts';

const TOWN = '330226110';
const OTHER = '330226111';
const clock = fixedClock('2020-02-14T00:30:00.000Z');
let booted: Booted;
let firms: string[];
let elsewhere: string;
let planId: string;
let sent: string;
let notSent: string;

const foreigner = (sub: string) => ({ ...inspector, sub, town: OTHER });
const native = (sub: string) => ({ ...inspector, sub, town: TOWN });

const MAKE = `mutation ($input: MakeInspectionPlanInput!) { makeInspectionPlan(input: $input) {
  ... on InspectionPlan { id teams { members } visits(first: 100) { nodes { firm { creditCode } team } } } } }`;

const REPLAN = `mutation ($input: ReplanInspectionsInput!) { replanInspections(input: $input) {
  ... on InspectionPlan { changes { at } } } }`;

interface Made {
  readonly makeInspectionPlan: {
    readonly id: string;
    readonly teams: readonly { readonly members: readonly string[] }[];
    readonly visits: { readonly nodes: readonly { readonly firm: { readonly creditCode: string }; team: number }[] };
  };
}

beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  for (const sub of ['inspector-1', 'inspector-2', 'inspector-3', 'inspector-4'])
    await booted.ask(
      'mutation ($input: RegisterInspectorInput!) { registerInspector(input: $input) { ... on Inspector { sub } } }',
      { input: { sub, name: sub, townCode: TOWN } },
      commander,
    );
  firms = [await enrolled(booted, TOWN), await enrolled(booted, TOWN)];
  const input = { day: '2020-02-14', share: 100, visitsPerTeam: 1 };
  const { data } = await booted.ask<Made>(MAKE, { input }, analyst);
  const { id, teams, visits } = data!.makeInspectionPlan;
  const team = visits.nodes.find(({ firm }) => firm.creditCode === firms[0])!.team;
  planId = id;
  sent = teams[team]!.members[0]!;
  notSent = teams[1 - team]!.members[0]!;
  elsewhere = await enrolled(booted, OTHER);
  clock.set('2020-02-16T00:00:00.000Z');
});
afterAll(() => booted.stop());

const at = (performedAt: string, told = {}) => ({ performedAt, planId, ...told });
const ofTheDay = '2020-02-14T02:00:00.000Z';
const nextDay = '2020-02-14T16:00:00.000Z';

async function planOf(id: unknown): Promise<unknown> {
  const { data } = await booted.ask<{ inspection: { planId: string | null } | null }>(
    'query ($id: ID!) { inspection(id: $id) { planId } }',
    { id },
    inspector,
  );
  return data!.inspection?.planId;
}

describe('an inspection with a plan that was changed after it', () => {
  it('is planned for whom the plan sent there when it was performed', async () => {
    clock.set('2020-02-17T01:00:00.000Z');
    const made = (await booted.ask<Made>(MAKE, { input: { day: '2020-02-17', share: 100 } }, analyst)).data!;
    const { id, teams, visits } = made.makeInspectionPlan;
    const { firm, team } = visits.nodes.find((visit) => firms.includes(visit.firm.creditCode))!;
    const [ill] = teams[team]!.members as [string, string];
    const changed = '2020-02-17T04:00:00.000Z';
    clock.set(changed);
    const input = { planId: id, absent: [ill] };
    const { data } = await booted.ask<{ replanInspections: { changes: { at: string }[] } }>(REPLAN, { input }, analyst);
    expect(data!.replanInspections.changes).toEqual([{ at: changed }]);
    clock.set('2020-02-17T09:00:00.000Z');
    const [before, after] = [changed, '2020-02-17T04:00:00.001Z'].map((performedAt) =>
      anInput(firm.creditCode, { performedAt, planId: id }),
    ) as [ReturnType<typeof anInput>, ReturnType<typeof anInput>];
    expect(await deliver(booted, [before, after], foreigner(ill))).toMatchObject([
      { passed: true },
      { code: 'INSPECTION_NOT_PLANNED', field: 'planId' },
    ]);
    expect(await planOf(before.id)).toBe(id);
  });

  it('is not planned for who only joined those that were sent there', async () => {
    clock.set('2020-02-18T01:00:00.000Z');
    const made = (await booted.ask<Made>(MAKE, { input: { day: '2020-02-18', share: 100 } }, analyst)).data!;
    const { id, teams, visits } = made.makeInspectionPlan;
    const { firm, team } = visits.nodes.find((visit) => firms.includes(visit.firm.creditCode))!;
    const [ill, joining] = teams[1 - team]!.members as [string, string];
    clock.set('2020-02-18T04:00:00.000Z');
    await booted.ask(REPLAN, { input: { planId: id, absent: [ill] } }, analyst);
    clock.set('2020-02-18T09:00:00.000Z');
    const [before, after] = ['2020-02-18T04:00:00.000Z', '2020-02-18T04:00:00.001Z'].map((performedAt) =>
      anInput(firm.creditCode, { performedAt, planId: id }),
    );
    expect(await deliver(booted, [before!, after!], foreigner(joining))).toMatchObject([
      { code: 'INSPECTION_NOT_PLANNED', field: 'planId' },
      { passed: true },
    ]);
  });
});

describe('an inspection with a plan, delivered two days late', () => {
  it('is planned when the plan sends who delivers it to that firm on that day, also into another town', async () => {
    const inputs = [anInput(firms[0]!, at(ofTheDay)), anInput(firms[0]!, at(ofTheDay))];
    const outcomes = [
      ...(await deliver(booted, [inputs[0]!], native(sent))),
      ...(await deliver(booted, [inputs[1]!], foreigner(sent))),
    ];
    expect(outcomes.map(({ passed }) => passed)).toEqual([true, true]);
    expect(await Promise.all(inputs.map(({ id }) => planOf(id)))).toEqual([planId, planId]);
  });

  it.each([
    ['of another day', () => anInput(firms[0]!, at(nextDay)), () => sent],
    ['that sends others', () => anInput(firms[0]!, at(ofTheDay)), () => notSent],
  ])('with a plan %s is taken in as unplanned, and refused to an inspector of another town', async (_, input, who) => {
    const [own, foreign] = [input(), input()];
    const [taken] = await deliver(booted, [own], native(who()));
    const [refused] = await deliver(booted, [foreign], foreigner(who()));
    expect([taken?.passed, refused?.code, refused?.field]).toEqual([true, 'INSPECTION_NOT_PLANNED', 'planId']);
    expect([await planOf(own.id), await planOf(foreign.id)]).toEqual([null, undefined]);
    expect(await deliver(booted, [own], native(who()))).toEqual([taken]);
  });

  it('of a firm that is not in the plan is refused to who is not of its town', async () => {
    const [refused] = await deliver(booted, [anInput(elsewhere, at(ofTheDay))], native(sent));
    expect(refused).toMatchObject({ code: 'INSPECTION_NOT_PLANNED', field: 'planId' });
    const own = anInput(elsewhere, at(ofTheDay));
    expect((await deliver(booted, [own], foreigner(sent)))[0]?.passed).toBe(true);
    expect(await planOf(own.id)).toBeNull();
  });

  it('is refused where there is no such plan, and needs one in another town', async () => {
    const unknown = anInput(firms[0]!, at(ofTheDay, { planId: newId() }));
    const none = anInput(firms[0]!, at(ofTheDay, { planId: null }));
    const malformed = anInput(firms[0]!, at(ofTheDay, { planId: '42' }));
    const seen = async (asker: typeof inspector) =>
      (await deliver(booted, [unknown, none, malformed], asker)).map(({ code, field, passed }) =>
        code ? [code, field] : passed,
      );
    const [missing, bad] = [
      ['INSPECTION_PLAN_UNKNOWN', 'planId'],
      ['FIELD_MALFORMED', 'planId'],
    ];
    expect(await seen(foreigner(sent))).toEqual([missing, ['INSPECTION_OF_ANOTHER_TOWN', 'creditCode'], bad]);
    expect(await seen(native(sent))).toEqual([missing, true, bad]);
  });
});
