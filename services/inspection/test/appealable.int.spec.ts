import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, enrolled, submitAs } from './asks.ts';
import { feb } from './builders.ts';
import { commander, decideAs, firmOf, withoutJobs } from './process-asks.ts';
import { recorded } from './statements.ts';

const clock = fixedClock(feb(14));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

const SET = `mutation ($input: SetProcessPolicyInput!) { setProcessPolicy(input: $input) { ... on ProcessPolicy { version } } }`;

async function appealWithin(appealWithinDays: number): Promise<void> {
  const input = { rectifyWithinDays: 1, interviewWithinHours: 24, appealWithinDays };
  const { data } = await booted.ask(SET, { input }, { sub: 'admin-1', roles: ['ADMIN'] });
  expect(data).toMatchObject({ setProcessPolicy: { version: expect.any(Number) } });
}

async function untilOf(firm: string, asker: Asker = firmOf(firm)): Promise<unknown[]> {
  const { data, errors } = await booted.ask<{ inspections: { nodes: { appealableUntil: string | null }[] } }>(
    'query ($firm: ID!) { inspections(filter: { creditCode: $firm }) { nodes { appealableUntil } } }',
    { firm },
    asker,
  );
  expect(errors).toBeUndefined();
  return data!.inspections.nodes.map(({ appealableUntil }) => appealableUntil);
}

async function inspected(firm: string, day: number): Promise<string> {
  const input = anInput(firm, { performedAt: feb(day) });
  await submitAs(booted, input);
  return input.id;
}

describe('until when a result may be appealed', () => {
  it('goes by its delivery and the time limit of then, newest first', async () => {
    clock.set(feb(14));
    const firm = await enrolled(booted);
    await inspected(firm, 13);
    clock.set(feb(15));
    await appealWithin(3);
    await inspected(firm, 14);
    clock.set(feb(16));
    await appealWithin(7);
    expect(await untilOf(firm)).toEqual([feb(18), feb(21)].map((at) => at.toISOString()));
    expect(await untilOf(firm, commander)).toEqual([feb(18), feb(21)].map((at) => at.toISOString()));
  });

  it.each([-1, 0, 1])('is told as long as an appeal is taken: %i ms', async (ms) => {
    clock.set(feb(16));
    const firm = await enrolled(booted);
    const inspectionId = await inspected(firm, 16);
    clock.set(new Date(feb(23).getTime() + ms));
    const told = await untilOf(firm);
    const appeal = await decideAs(booted, 'appealInspection', { inspectionId, grounds: '不实' }, firmOf(firm));
    expect([told, appeal['status'] ?? appeal['code']]).toEqual(
      ms > 0 ? [[null], 'APPEAL_TOO_LATE'] : [[feb(23).toISOString()], 'LODGED'],
    );
  });

  it('is not told once it was appealed, nor when it is void', async () => {
    clock.set(feb(16));
    const firm = await enrolled(booted);
    const [upheld, dismissed] = [await inspected(firm, 14), await inspected(firm, 15)];
    for (const inspectionId of [upheld, dismissed]) {
      const { id } = await decideAs(booted, 'appealInspection', { inspectionId, grounds: '不实' }, firmOf(firm));
      expect(await untilOf(firm)).toContain(null);
      await decideAs(booted, 'decideAppeal', { id, upheld: inspectionId === upheld, reason: '理由' }, commander);
    }
    expect(await untilOf(firm)).toEqual([null, null]);
  });

  it('takes as many statements for a list as for one', async () => {
    clock.set(feb(20));
    const [one, many] = [await enrolled(booted), await enrolled(booted)];
    await inspected(one, 14);
    for (const day of [14, 15, 16, 17]) await inspected(many, day);
    const [few, more] = [await recorded(booted, () => untilOf(one)), await recorded(booted, () => untilOf(many))];
    expect([few.statements.length, more.result.length]).toEqual([more.statements.length, 4]);
  });
});
