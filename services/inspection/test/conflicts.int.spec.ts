import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { enrolled, newCreditCode, registered } from './asks.ts';
import { feb } from './builders.ts';
import { commander, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  await registered(booted, 'inspector-1', 'inspector-2');
});
afterAll(() => booted.stop());

type Said = Readonly<Record<string, unknown>>;
const self: Asker = { sub: 'inspector-1', roles: ['INSPECTOR'] };
const CONFLICTS = 'conflicts declaredConflicts { firm { creditCode } declaredAt declaredBy withdrawnAt withdrawnBy }';

async function said(name: 'declareConflict' | 'withdrawConflict', input: object, asker = self): Promise<Said> {
  const type = name === 'declareConflict' ? 'DeclareConflictInput' : 'WithdrawConflictInput';
  const { data, errors } = await booted.ask<{ said: Said }>(
    `mutation ($input: ${type}!) { said: ${name}(input: $input) {
      ... on Inspector { sub ${CONFLICTS} } ... on InspectorRejection { code field } } }`,
    { input },
    asker,
  );
  return data?.said ?? { code: errors![0]!.extensions.code };
}

async function read(asker: Asker, sub = 'inspector-1'): Promise<Said | undefined> {
  const { data } = await booted.ask<{ inspectors: Said[] }>(`{ inspectors { sub ${CONFLICTS} } }`, {}, asker);
  return data!.inspectors.find((one) => one['sub'] === sub);
}

describe('an interest that was declared by mistake', () => {
  it('is taken back, stays on file, and can be declared again at the same instant', async () => {
    clock.set(feb(14));
    const creditCode = newCreditCode();
    await said('declareConflict', { creditCode });
    clock.set(feb(14, 10));
    const declared = { firm: { creditCode }, declaredBy: self.sub };
    const first = { ...declared, declaredAt: feb(14).toISOString() };
    const mine = { withdrawnAt: feb(14, 10).toISOString(), withdrawnBy: self.sub };
    expect(await said('withdrawConflict', { creditCode })).toEqual({
      sub: self.sub,
      conflicts: [],
      declaredConflicts: [{ ...first, ...mine }],
    });
    const second = { ...declared, declaredAt: feb(14, 10).toISOString() };
    await said('declareConflict', { creditCode });
    await said('withdrawConflict', { creditCode });
    expect(await said('declareConflict', { creditCode })).toEqual({
      sub: self.sub,
      conflicts: [creditCode],
      declaredConflicts: [
        { ...first, ...mine },
        { ...second, ...mine },
        { ...second, withdrawnAt: null, withdrawnBy: null },
      ],
    });
    const told = await booted.schema.db.source.query<{ type: string }[]>(
      `select event->>'type' as type from event_log where aggregate_type = 'inspector' and aggregate_id = $1
       and event->'data'->>'firmCreditCode' = $2 order by version`,
      [self.sub, creditCode],
    );
    expect(told.map(({ type }) => type.split('.')[2])).toEqual([
      ...['conflict-declared', 'conflict-withdrawn'],
      ...['conflict-declared', 'conflict-withdrawn'],
      'conflict-declared',
    ]);
  });

  it('is taken back once by twenty at once', async () => {
    const creditCode = newCreditCode();
    await said('declareConflict', { creditCode });
    const all = await Promise.all(Array.from({ length: 20 }, () => said('withdrawConflict', { creditCode })));
    const refusal = { code: 'INSPECTOR_CONFLICT_NOT_FOUND', field: 'creditCode' };
    expect(all.filter(({ sub }) => sub)).toHaveLength(1);
    expect(all.filter(({ sub }) => !sub)).toEqual(Array.from({ length: 19 }, () => refusal));
  });

  it('is declared once by twenty at once', async () => {
    const creditCode = newCreditCode();
    await Promise.all(
      Array.from({ length: 20 }, () => said('declareConflict', { creditCode, sub: 'inspector-2' }, commander)),
    );
    const { conflicts, declaredConflicts } = (await read(commander, 'inspector-2'))!;
    expect([conflicts, declaredConflicts]).toEqual([[creditCode], [expect.anything()]]);
  });

  it('of another, or by another, is for who may declare for all', async () => {
    const creditCode = newCreditCode();
    const of = (sub: string) => ({ sub, creditCode });
    await said('declareConflict', of('inspector-2'), commander);
    const other: Asker = { sub: 'inspector-2', roles: ['INSPECTOR'] };
    expect(await said('withdrawConflict', of('inspector-2'))).toEqual({ code: 'INSPECTOR_OF_OTHERS', field: 'sub' });
    const byOthers = { code: 'INSPECTOR_CONFLICT_BY_OTHERS', field: 'creditCode' };
    expect(await said('withdrawConflict', { creditCode }, other)).toEqual(byOthers);
    expect(await said('withdrawConflict', of('inspector-9'), commander)).toEqual({
      code: 'INSPECTOR_NOT_FOUND',
      field: 'sub',
    });
    const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };
    expect(await said('withdrawConflict', of('inspector-2'), admin)).toMatchObject({ sub: 'inspector-2' });
  });

  it.each(['OPERATOR', 'ANALYST', 'FIRM', 'DEPARTMENT', 'AUDITOR'])('is not taken back by %s', async (role) => {
    const asker: Asker = { sub: 'inspector-1', roles: [role] };
    expect(await said('withdrawConflict', { creditCode: newCreditCode() }, asker)).toEqual({ code: 'FORBIDDEN' });
  });

  it('is told to him and to who may see it, not to other inspectors', async () => {
    expect(await read({ sub: 'inspector-2', roles: ['INSPECTOR'] })).toMatchObject({
      conflicts: null,
      declaredConflicts: null,
    });
    const seen = await read({ sub: 'auditor-1', roles: ['AUDITOR'] });
    expect([seen!['conflicts'], seen]).toEqual([expect.any(Array), await read(self)]);
  });

  it('binds a plan while it stands, and one made or changed afterwards no more', async () => {
    const town = '330226117';
    const register = (sub: string, told: object) =>
      booted.ask(
        `mutation ($input: RegisterInspectorInput!) { registerInspector(input: $input) { ... on Inspector { sub } } }`,
        { input: { sub, name: sub, ...told } },
        commander,
      );
    for (const sub of ['inspector-1', 'inspector-2']) await register(sub, { active: false });
    for (const sub of ['native-1', 'native-2']) await register(sub, { townCode: town });
    const creditCode = await enrolled(booted, town);
    const native: Asker = { sub: 'native-1', roles: ['INSPECTOR'] };
    await said('declareConflict', { creditCode }, native);
    const made = await plan(
      'makeInspectionPlan(input: { day: "2020-02-15", share: 100, visitsPerTeam: 10 })',
      creditCode,
    );
    await said('withdrawConflict', { creditCode }, native);
    const changed = await plan(`replanInspections(input: { planId: "${made.id}", absent: [] })`, creditCode);
    const anew = await plan(
      'makeInspectionPlan(input: { day: "2020-02-16", share: 100, visitsPerTeam: 10 })',
      creditCode,
    );
    const both = ['native-1', 'native-2'];
    expect([made, changed, anew].map(({ members }) => members.toSorted())).toEqual([[], both, both]);
  });
});

/** A plan, and who is sent to that firm. */
async function plan(asked: string, creditCode: string): Promise<{ id: string; members: readonly string[] }> {
  interface Seen {
    readonly id: string;
    readonly teams: readonly { readonly members: readonly string[] }[];
    readonly visits: {
      readonly nodes: readonly { readonly firm: { creditCode: string }; readonly team: number | null }[];
    };
  }
  const { data } = await booted.ask<{ plan: Seen }>(
    `mutation { plan: ${asked} { ... on InspectionPlan { id teams { members }
      visits(first: 100) { nodes { firm { creditCode } team } } } } }`,
    {},
    commander,
  );
  const { id, teams, visits } = data!.plan;
  const team = visits.nodes.find(({ firm }) => firm.creditCode === creditCode)!.team;
  return { id, members: team === null ? [] : teams[team]!.members };
}
