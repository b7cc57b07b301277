import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { inspection } from '../src/service.ts';
import { planDay } from '../src/plan/domain/plan-day.ts';
import type { DayPlan } from '../src/plan/domain/plan.ts';
import type { Drawn } from '../src/plan/domain/redraw.ts';
import { drawOf } from '../src/plan/seeded-draw.ts';
import { PlanInputsTable } from '../src/plan/plan.table.ts';
import { analyst, anInput, enrolled, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';

const TOWN = '330226110';
const clock = fixedClock('2020-02-14T00:30:00.000Z');
const commander: Asker = { sub: 'commander-1', roles: ['COMMANDER'] };
let booted: Booted;
let firms: string[];
beforeAll(async () => {
  booted = await boot(inspection, { clock });
  for (const n of [1, 2, 3, 4, 5]) await register({ sub: `inspector-${n}`, name: `检查员${n}`, townCode: TOWN });
  firms = [];
  for (let n = 0; n < 6; n++) firms.push(await enrolled(booted, TOWN));
  clock.set('2020-02-15T00:30:00.000Z');
  await submitAs(booted, anInput(firms[0]!, { performedAt: feb(14), results: firstRules(1, 'UNMET') }));
});
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'qft-plan-'))));
afterAll(async () => {
  await booted.stop();
  await rm(folder, { recursive: true });
});

const run = promisify(execFile);
/** As the command draws it again. */
async function drawnFrom(file: string): Promise<{ plan: DayPlan; said: string }> {
  const command = fileURLToPath(new URL('../src/redraw-plan.ts', import.meta.url));
  const { stdout, stderr } = await run(process.execPath, ['--conditions=source', '--no-warnings', command, file]);
  return { plan: JSON.parse(stdout) as DayPlan, said: stderr };
}

const said = async (document: string, input: object, asker: Asker) => {
  const { data, errors } = await booted.ask<{ said: Record<string, unknown> }>(document, { input }, asker);
  if (errors) throw new TypeError(JSON.stringify(errors));
  return data!.said;
};
const register = (input: object, asker = commander) =>
  said(
    'mutation ($input: RegisterInspectorInput!) { said: registerInspector(input: $input) { ... on Inspector { sub active } ... on InspectorRejection { code field } } }',
    input,
    asker,
  );
const declare = (input: object, asker: Asker) =>
  said(
    'mutation ($input: DeclareConflictInput!) { said: declareConflict(input: $input) { ... on Inspector { sub conflicts } ... on InspectorRejection { code field } } }',
    input,
    asker,
  );
const PLAN = `id day seed madeBy teams { number town { code } members } changes { absent seed } progress { visits done notPlanned }
  visits(first: 100) { nodes { firm { creditCode } reason team notPlannedBecause inspection { id } } }`;
interface PlanSeen {
  readonly id: string;
  readonly seed: number;
  readonly teams: readonly { readonly number: number; readonly members: readonly string[] }[];
  readonly progress: object;
  readonly visits: {
    readonly nodes: readonly {
      readonly firm: { readonly creditCode: string };
      readonly reason: string;
      readonly team: number | null;
    }[];
  };
}
const make = (input: object, asker: Asker = analyst) =>
  said(
    `mutation ($input: MakeInspectionPlanInput!) { said: makeInspectionPlan(input: $input) { ... on InspectionPlan { ${PLAN} } ... on PlanRejection { code field message } } }`,
    input,
    asker,
  ) as unknown as Promise<PlanSeen>;
const replan = (input: object) =>
  said(
    `mutation ($input: ReplanInspectionsInput!) { said: replanInspections(input: $input) { ... on InspectionPlan { ${PLAN} } ... on PlanRejection { code field message } } }`,
    input,
    analyst,
  ) as unknown as Promise<PlanSeen>;
const planOf = async (day: string) =>
  (
    await booted.ask<{ inspectionPlan: PlanSeen | null }>(
      `query ($day: Date!) { inspectionPlan(day: $day) { ${PLAN} } }`,
      { day },
      analyst,
    )
  ).data!.inspectionPlan;
const listOf = async (sub: string, day?: string) =>
  (
    await booted.ask<{ myVisits: { firm: { creditCode: string } }[] }>(
      'query ($day: Date) { myVisits(day: $day) { firm { creditCode } } }',
      { day: day ?? null },
      { sub, roles: ['INSPECTOR'] },
    )
  ).data!.myVisits.map(({ firm }) => firm.creditCode);

describe("a day's plan", () => {
  let plan: PlanSeen;
  it('has the yellow firm, a share of the others, and pairs of the town', async () => {
    plan = await make({ day: '2020-02-15', share: 50, visitsPerTeam: 10 });
    expect(plan.teams.map(({ members }) => members.length).toSorted()).toEqual([2, 3]);
    expect(plan.visits.nodes[0]).toMatchObject({ firm: { creditCode: firms[0] }, reason: 'YELLOW' });
    expect(plan.visits.nodes.map(({ reason }) => reason)).toEqual(['YELLOW', 'DRAWN', 'DRAWN', 'DRAWN']);
    expect(plan.progress).toEqual({ visits: 4, done: 0, notPlanned: 0 });
    expect(await planOf('2020-02-15')).toEqual(plan);
  });

  it('can be repeated by anyone from the seed and the inputs that are kept', async () => {
    const { inputs } = await booted.service.db.source.manager.findOneByOrFail(PlanInputsTable, { planId: plan.id });
    const again = planDay(inputs, drawOf(plan.seed));
    expect(again.visits.map(({ creditCode, team }) => [creditCode, team])).toEqual(
      plan.visits.nodes.map(({ firm, team }) => [firm.creditCode, team]),
    );
  });

  it('is handed out with all that it was drawn from, so that whoever has the file draws the same', async () => {
    const ask = (role: 'COMMANDER' | 'AUDITOR' | 'ANALYST') =>
      booted.ask<{ inspectionPlan: { drawn: string } }>(
        '{ inspectionPlan(day: "2020-02-15") { drawn } }',
        {},
        { sub: 'x', roles: [role] },
      );
    const file = join(folder, 'plan.json');
    await writeFile(file, (await ask('AUDITOR')).data!.inspectionPlan.drawn);
    const drawn = await drawnFrom(file);
    expect(drawn.said).toBe(`2020-02-15, seed ${plan.seed}: 4 visits drawn, the same plan\n`);
    expect(drawn.plan.visits.map(({ creditCode, team }) => [creditCode, team])).toEqual(
      plan.visits.nodes.map(({ firm, team }) => [firm.creditCode, team]),
    );
    const told = JSON.parse(await readFile(file, 'utf8')) as Drawn;
    await writeFile(file, JSON.stringify({ ...told, plan: { ...told.plan, visits: told.plan.visits.toReversed() } }));
    await expect(drawnFrom(file)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('ANOTHER PLAN') });
    expect((await ask('ANALYST')).errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect((await ask('COMMANDER')).data!.inspectionPlan.drawn).toContain('"seed"');
  });

  it('is made once, however many ask for it at the same time', async () => {
    const tried = await Promise.all(Array.from({ length: 8 }, () => make({ day: '2020-02-16' })));
    expect(tried.filter(({ id }) => id)).toHaveLength(1);
    expect(tried.filter(({ id }) => !id)).toEqual(
      Array(7).fill({ code: 'PLAN_EXISTS', field: 'day', message: 'day: 2020-02-16 已有计划,有人缺勤请重新分派' }),
    );
  });

  it("is each inspector's list of the day", async () => {
    const lists = await Promise.all(plan.teams.map(({ members }) => listOf(members[0]!, '2020-02-15')));
    expect(lists.flat().toSorted()).toEqual(plan.visits.nodes.map(({ firm }) => firm.creditCode).toSorted());
    expect(await listOf('inspector-99', '2020-02-15')).toEqual([]);
    expect(await listOf('inspector-1')).toEqual(await listOf('inspector-1', '2020-02-15'));
  });

  it('keeps what is done when somebody falls ill, and leaves nothing to those who are away', async () => {
    clock.set('2020-02-15T04:00:00.000Z');
    const ill = plan.teams.find(({ members }) => members.length === 2)!;
    const [absent, partner] = ill.members as [string, string];
    const visit = plan.visits.nodes.find(({ team }) => team === ill.number)!;
    const { creditCode } = visit.firm;
    const delivered = anInput(creditCode, { performedAt: new Date('2020-02-15T03:00:00.000Z') });
    await submitAs(booted, delivered, { sub: absent, roles: ['INSPECTOR'] });
    const after = await replan({ planId: plan.id, absent: [absent] });
    expect(after).toMatchObject({
      changes: [{ absent: [absent] }],
      progress: { visits: 4, done: 1, notPlanned: 0 },
    });
    expect(after.teams[ill.number]!.members).toEqual([]);
    expect(after.visits.nodes.filter(({ team }) => team === ill.number)).toEqual([
      { ...visit, inspection: { id: delivered.id } },
    ]);
    expect(await listOf(absent, '2020-02-15')).toEqual([creditCode]);
    const rest = after.visits.nodes.map(({ firm }) => firm.creditCode);
    expect([await listOf(partner, '2020-02-15'), rest.length]).toEqual([rest, 4]);
  });

  it('made anew sends nobody to a firm in which he declared an interest since, and can be repeated from what is kept', async () => {
    for (const n of [1, 2, 3, 4, 5, 6])
      await register({ sub: `other-${n}`, name: `检查员${n}`, townCode: '330226111' });
    for (let n = 0; n < 4; n++) await enrolled(booted, '330226111');
    const made = await make({ day: '2020-02-18', share: 100, visitsPerTeam: 10 });
    const others = made.teams.filter(({ members }) => members[0]!.startsWith('other-'));
    const [team, ill] = [others[0]!, others[1]!.members[0]!];
    const { creditCode } = made.visits.nodes.find((visit) => visit.team === team.number)!.firm;
    const self: Asker = { sub: team.members[0]!, roles: ['INSPECTOR', 'ADMIN'] };
    expect(await declare({ creditCode }, self)).toMatchObject({ conflicts: [creditCode] });
    const alone = await replan({ planId: made.id, absent: [] });
    const teamIn = ({ visits }: PlanSeen) => visits.nodes.find(({ firm }) => firm.creditCode === creditCode)!.team;
    expect(alone.teams[teamIn(alone)!]!.members).not.toContain(self.sub);
    const after = await replan({ planId: made.id, absent: [ill] });
    const visit = after.visits.nodes.find(({ firm }) => firm.creditCode === creditCode)!;
    expect(after.teams[visit.team!]!.members).not.toContain(self.sub);
    const file = join(folder, 'changed.json');
    const asked = await booted.ask<{ inspectionPlan: { drawn: string } }>(
      '{ inspectionPlan(day: "2020-02-18") { drawn } }',
      {},
      commander,
    );
    const { drawn } = asked.data!.inspectionPlan;
    const interests = [{ sub: self.sub, conflicts: [creditCode] }];
    expect((JSON.parse(drawn) as Drawn).changes).toMatchObject([
      { absent: [], done: [], interests },
      { absent: [ill], done: [], interests },
    ]);
    await writeFile(file, drawn);
    const again = await drawnFrom(file);
    expect(again.said).toContain('the same plan');
    expect([
      again.plan.teams.map(({ members }) => members),
      again.plan.visits.map((one) => [one.creditCode, one.team]),
    ]).toEqual([
      after.teams.map(({ members }) => members),
      after.visits.nodes.map(({ firm, team: number }) => [firm.creditCode, number]),
    ]);
  });

  it.each([
    [{ day: '2020-02-13' }, 'PLAN_DAY_OUT_OF_RANGE', 'day'],
    [{ day: '2020-03-18' }, 'PLAN_DAY_OUT_OF_RANGE', 'day'],
    [{ day: '2020-02-20', absent: ['inspektor-1'] }, 'PLAN_INSPECTOR_NOT_IN_IT', 'absent.0'],
    [{ day: '2020-02-20', absent: ['inspector-1', 'inspector-99'] }, 'PLAN_INSPECTOR_NOT_IN_IT', 'absent.1'],
    [{ day: '2020-02-20', seed: -1 }, 'FIELD_MALFORMED', 'seed'],
    [{ day: '2020-02-20', seed: 4_294_967_296 }, 'FIELD_MALFORMED', 'seed'],
    [{ day: '2020-02-20', share: 101 }, 'FIELD_MALFORMED', 'share'],
    [{ day: '2020-02-20', visitsPerTeam: 0 }, 'FIELD_MALFORMED', 'visitsPerTeam'],
  ])('%j is refused', async (input, code, field) => {
    expect(await make(input)).toMatchObject({ code, field });
  });

  it.each([
    ['a stranger', (planId: string) => ({ planId, absent: ['inspector-99'] }), 'PLAN_INSPECTOR_NOT_IN_IT', 'absent.0'],
    [
      'no plan',
      () => ({ planId: '00000000-0000-7000-8000-000000000000', absent: ['inspector-1'] }),
      'PLAN_NOT_FOUND',
      'planId',
    ],
  ])('is not made anew for %s', async (_, input, code, field) => {
    expect(await replan(input(plan.id))).toMatchObject({ code, field });
  });

  it('is made anew up to the end of its own day in the county, and not after', async () => {
    const { id: planId } = await make({ day: '2020-02-19' });
    const [last, first] = ['2020-02-19T15:59:59.999Z', '2020-02-19T16:00:00.000Z'];
    clock.set(last);
    expect(await replan({ planId, absent: [] })).toMatchObject({ id: planId });
    clock.set(first);
    const refused = { code: 'PLAN_DAY_OUT_OF_RANGE', field: 'planId' };
    expect(await replan({ planId, absent: [] })).toMatchObject(refused);
    clock.set('2020-02-15T00:30:00.000Z');
  });
});

describe('an inspector', () => {
  it('declares an interest of his own, once, and nobody else does it for him', async () => {
    const self: Asker = { sub: 'inspector-1', roles: ['INSPECTOR'] };
    expect(await declare({ creditCode: firms[1] }, self)).toMatchObject({ conflicts: [firms[1]] });
    expect(await declare({ creditCode: firms[1] }, self)).toMatchObject({ conflicts: [firms[1]] });
    expect(await declare({ creditCode: firms[1], sub: 'inspector-2' }, self)).toMatchObject({
      code: 'INSPECTOR_OF_OTHERS',
      field: 'sub',
    });
    expect(await declare({ creditCode: '42' }, self)).toMatchObject({
      code: 'INSPECTOR_CREDIT_CODE_INVALID',
      field: 'creditCode',
    });
    expect(await declare({ creditCode: firms[1] }, { ...self, sub: 'inspector-99' })).toMatchObject({
      code: 'INSPECTOR_NOT_FOUND',
      field: 'sub',
    });
  });

  it('is told his own interests in the list, and not those of others', async () => {
    await declare({ creditCode: firms[2], sub: 'inspector-2' }, commander);
    const told = async (asker: Asker) => {
      const document = '{ inspectors { sub conflicts } }';
      const { data } = await booted.ask<{ inspectors: { sub: string; conflicts: string[] | null }[] }>(
        document,
        {},
        asker,
      );
      return ['inspector-1', 'inspector-2'].map((sub) => data!.inspectors.find((one) => one.sub === sub)!.conflicts);
    };
    expect(await told({ sub: 'inspector-2', roles: ['INSPECTOR'] })).toEqual([null, [firms[2]]]);
    expect(await told(commander)).toEqual([[firms[1]], [firms[2]]]);
  });

  it('who is not active any more is in no plan', async () => {
    await register({ sub: 'inspector-5', name: '检查员5', townCode: TOWN, active: false });
    const plan = await make({ day: '2020-02-17' });
    expect(plan.teams.flatMap(({ members }) => members)).not.toContain('inspector-5');
  });
});
