import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Answer, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, anInput, enrolled, inspectOn, inspector, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

const admin: Asker = { sub: 'admin-1', roles: ['ADMIN'] };
const usual = {
  rectifyWithinDays: 1,
  rectifyAtMostDays: 30,
  interviewWithinHours: 24,
  appealWithinDays: 7,
  defenceWithinHours: 24,
};

type Said = Record<string, unknown>;

function set(input: Said, asker = admin): Promise<Answer<{ setProcessPolicy: Said }>> {
  return booted.ask(
    `mutation ($input: SetProcessPolicyInput!) { setProcessPolicy(input: $input) {
      ... on ProcessPolicy { version rectifyWithinDays rectifyAtMostDays interviewWithinHours appealWithinDays defenceWithinHours setAt setBy }
      ... on ProcessPolicyRejection { code field message } } }`,
    { input },
    asker,
  );
}

async function policy(version: number | null = null): Promise<Said | null> {
  const { data } = await booted.ask<{ processPolicy: Said | null }>(
    'query ($version: Int) { processPolicy(version: $version) { version rectifyWithinDays rectifyAtMostDays interviewWithinHours appealWithinDays defenceWithinHours setBy } }',
    { version },
    commander,
  );
  return data!.processPolicy;
}

describe('the time limits of due process', () => {
  it('bind what is issued from then on, and leave what was issued', async () => {
    const firm = await enrolled(booted);
    await inspectOn(booted, firm, 11, 1);
    const limits = { rectifyWithinDays: 3, interviewWithinHours: 48, appealWithinDays: 1 };
    expect((await set({ expectedVersion: 1, ...limits })).data!.setProcessPolicy).toEqual({
      version: 2,
      ...limits,
      rectifyAtMostDays: 30,
      defenceWithinHours: 24,
      setAt: feb(20).toISOString(),
      setBy: 'admin-1',
    });
    for (const day of [12, 13]) await inspectOn(booted, firm, day, 1);
    const { orders, interviews } = await processOf(booted, firm);
    expect(orders.nodes.map(({ dueAt }) => dueAt).toSorted()).toEqual([
      '2020-02-21T15:59:59.999Z',
      '2020-02-23T15:59:59.999Z',
      '2020-02-23T15:59:59.999Z',
    ]);
    expect(interviews.nodes).toMatchObject([{ dueAt: feb(22).toISOString() }]);
    const input = anInput(firm, { performedAt: feb(14) });
    await submitAs(booted, input);
    clock.set(new Date(feb(21).getTime() + 1));
    const appeal = { inspectionId: input.id, grounds: '当日停电' };
    expect(await decideAs(booted, 'appealInspection', appeal, firmOf(firm))).toMatchObject({ code: 'APPEAL_TOO_LATE' });
    expect([await policy(1), await policy(9)]).toEqual([{ version: 1, ...usual, setBy: null }, null]);
  });

  it('leave a result the time to appeal, and an order the latest date, of when it was issued', async () => {
    clock.set(feb(20));
    expect((await set({ ...usual, appealWithinDays: 7, rectifyAtMostDays: 30 })).data!.setProcessPolicy['setAt']).toBe(
      feb(20).toISOString(),
    );
    const firm = await enrolled(booted);
    const input = anInput(firm, { performedAt: feb(14), results: firstRules(1, 'UNMET') });
    await submitAs(booted, input);
    const [order] = (await processOf(booted, firm)).orders.nodes;
    clock.set(feb(21));
    await set({ ...usual, appealWithinDays: 1, rectifyAtMostDays: 1 });
    const date = { id: order!.id, dueOn: '2020-03-20' };
    expect(await decideAs(booted, 'setOrderDate', date, inspector)).toMatchObject({ status: 'OPEN' });
    const late = anInput(firm, { performedAt: feb(15), results: firstRules(1, 'UNMET') });
    await submitAs(booted, late);
    const [second] = (await processOf(booted, firm)).orders.nodes;
    clock.set(feb(21, 10));
    await set(usual);
    expect(await decideAs(booted, 'setOrderDate', { id: second!.id, dueOn: '2020-02-23' }, inspector)).toMatchObject({
      code: 'ORDER_DATE_TOO_LATE',
    });
    clock.set(feb(24));
    const appeal = ({ id }: { id: string }) =>
      decideAs(booted, 'appealInspection', { inspectionId: id, grounds: '当日停电' }, firmOf(firm));
    expect([await appeal(input), await appeal(late)]).toMatchObject([
      { status: 'LODGED' },
      { code: 'APPEAL_TOO_LATE' },
    ]);
  });

  it('give a firm its time for a defence; after it the order is signed though it said nothing', async () => {
    clock.set(feb(20));
    const firm = await enrolled(booted);
    for (const day of [11, 12, 13]) await inspectOn(booted, firm, day, 1);
    const [interview] = (await processOf(booted, firm)).interviews.nodes;
    await decideAs(booted, 'holdInterview', { interviewId: interview!.id, ...said, heldAt: feb(13, 18) }, inspector);
    await inspectOn(booted, firm, 14, 1);
    const { id } = (await processOf(booted, firm)).shutdownOrders.nodes[0]!;
    // what is drafted already keeps its term
    expect((await set({ ...usual, defenceWithinHours: 72 })).data!.setProcessPolicy).toMatchObject({
      defenceWithinHours: 72,
    });
    const read = async () => {
      const document = 'query ($id: ID!) { shutdownOrder(id: $id) { defenceDueAt defenceAt printable } }';
      const { data } = await booted.ask<{ shutdownOrder: Said }>(document, { id }, commander);
      return data!.shutdownOrder;
    };
    const defenceDueAt = feb(21).toISOString();
    expect(await read()).toEqual({
      ...{ defenceDueAt, defenceAt: null },
      printable: expect.stringMatching(/你单位有权在 2020年2月21日 \d+时00分 前陈述申辩/u),
    });
    const sign = () => decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);
    clock.set(feb(21));
    expect(await sign()).toMatchObject({ code: 'SHUTDOWN_DEFENCE_NOT_HEARD', field: 'id' });
    for (const asker of [inspector, analyst, { ...firmOf(firm), roles: ['INSPECTOR'] }])
      expect(await decideAs(booted, 'stateDefence', { id, waived: true }, asker)).toMatchObject({
        ...{ code: 'SHUTDOWN_WAIVER_NOT_BY_FIRM', field: 'waived' },
      });
    clock.set(new Date(feb(21).getTime() + 1));
    expect(await sign()).toMatchObject({ status: 'IN_FORCE' });
    expect(await read()).toEqual({ defenceDueAt, defenceAt: null, printable: expect.stringContaining('未陈述申辩') });
    expect((await processOf(booted, firm)).light).toMatchObject({ condition: 'SHUT_DOWN' });
  });

  it('of ten that set them at the same time for one version, one does', async () => {
    const inForce = (await policy())!['version'] as number;
    const tried = await Promise.all(Array.from({ length: 10 }, () => set({ expectedVersion: inForce, ...usual })));
    const seen = tried.map(({ data }) => data!.setProcessPolicy);
    expect(seen.filter(({ version }) => version === inForce + 1)).toHaveLength(1);
    expect(
      seen.filter(({ code, field }) => code === 'PROCESS_POLICY_CHANGED' && field === 'expectedVersion'),
    ).toHaveLength(9);
    const told: unknown[] = await booted.schema.db.source.query(
      `select event->'data'->>'policyVersion' from event_log where aggregate_type = 'process-policy' order by version`,
    );
    expect(told).toHaveLength(inForce);
  });

  it.each([
    ['rectifyWithinDays', -1],
    ['rectifyWithinDays', 31],
    ['interviewWithinHours', 0],
    ['interviewWithinHours', 721],
    ['appealWithinDays', 0],
    ['appealWithinDays', 366],
    ['defenceWithinHours', 0],
    ['defenceWithinHours', 721],
  ])('are refused with a %s of %i', async (field, limit) => {
    const before = await policy();
    const { data } = await set({ ...usual, [field]: limit });
    expect(data!.setProcessPolicy).toMatchObject({ code: 'PROCESS_LIMIT_OUT_OF_RANGE', field });
    expect(await policy()).toEqual(before);
  });

  it.each([
    ['a limit missing', { ...usual, appealWithinDays: undefined }],
    ['half an hour', { ...usual, interviewWithinHours: 0.5 }],
    ['a number too large', { ...usual, appealWithinDays: 2 ** 31 }],
    ['words', { ...usual, rectifyWithinDays: '1 day' }],
  ])('are refused with %s, as the graph does not know it', async (_, input) => {
    const { errors } = await set(input);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it.each(['OPERATOR', 'ANALYST', 'INSPECTOR', 'TASKFORCE_LEAD', 'FIRM', 'DEPARTMENT', 'AUDITOR'])(
    'are not set by %s',
    async (role) => {
      const { errors } = await set(usual, { ...admin, roles: [role] });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    },
  );
});
