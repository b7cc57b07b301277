import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Answer, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, enrolled } from './asks.ts';
import { aPlanPolicy, feb } from './builders.ts';
import { commander, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

type Said = Record<string, unknown>;
const FIELDS = 'version share visitsPerTeam mostDays mostFailures failureDays setBy';

function set(input: Said, asker: Asker = commander): Promise<Answer<{ setPlanPolicy: Said }>> {
  return booted.ask(
    `mutation ($input: SetPlanPolicyInput!) { setPlanPolicy(input: $input) {
      ... on PlanPolicy { ${FIELDS} } ... on PlanPolicyRejection { code field message } } }`,
    { input },
    asker,
  );
}

async function policy(version: number | null = null): Promise<Said | null> {
  const asked = `query ($version: Int) { planPolicy(version: $version) { ${FIELDS} } }`;
  return (await booted.ask<{ planPolicy: Said | null }>(asked, { version }, commander)).data!.planPolicy;
}

async function visitsOf(day: string): Promise<unknown> {
  const { data } = await booted.ask<{ makeInspectionPlan: { progress: { visits: number } } }>(
    'mutation ($input: MakeInspectionPlanInput!) { makeInspectionPlan(input: $input) { ... on InspectionPlan { progress { visits } } } }',
    { input: { day } },
    analyst,
  );
  return data!.makeInspectionPlan.progress.visits;
}

describe('what plans are drawn by', () => {
  it('binds the plans that are made from then on', async () => {
    for (let i = 0; i < 4; i++) await enrolled(booted);
    for (const sub of ['inspector-1', 'inspector-2'])
      await booted.ask(
        'mutation ($input: RegisterInspectorInput!) { registerInspector(input: $input) { ... on Inspector { sub } } }',
        { input: { sub, name: sub, townCode: '330226110' } },
        commander,
      );
    const first = { version: 1, ...aPlanPolicy(), setBy: null };
    expect([await policy(), await visitsOf('2020-02-14')]).toEqual([first, 1]);
    const input = { expectedVersion: 1, ...aPlanPolicy({ share: 50 }) };
    const { data } = await set(input);
    expect(data!.setPlanPolicy).toEqual({ version: 2, ...aPlanPolicy({ share: 50 }), setBy: 'commander-1' });
    expect([await visitsOf('2020-02-15'), await policy(1), await policy(9)]).toEqual([2, first, null]);
  });

  it('of ten that set it at the same time for one version, one does', async () => {
    const expectedVersion = (await policy())!['version'];
    const tried = await Promise.all(Array.from({ length: 10 }, () => set({ expectedVersion, ...aPlanPolicy() })));
    const refused = tried.filter(({ data }) => data!.setPlanPolicy['code'] === 'PLAN_POLICY_CHANGED');
    expect(refused).toHaveLength(9);
  });

  it.each<[string, number]>([
    ['share', -1],
    ['share', 101],
    ['visitsPerTeam', 0],
    ['visitsPerTeam', 101],
    ['mostDays', -1],
    ['mostDays', 367],
    ['mostFailures', -1],
    ['mostFailures', 101],
    ['failureDays', 0],
    ['failureDays', 367],
  ])('is refused with a %s of %i', async (field, number) => {
    const { data } = await set({ ...aPlanPolicy(), [field]: number });
    expect(data!.setPlanPolicy).toMatchObject({ code: 'FIELD_MALFORMED', field });
  });

  it.each(['OPERATOR', 'ANALYST', 'INSPECTOR', 'FIRM', 'DEPARTMENT', 'AUDITOR'])('is not set by %s', async (role) => {
    const { errors } = await set(aPlanPolicy() as unknown as Said, { sub: 'somebody', roles: [role] });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
