import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Asker, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { analyst, anInput, enrolled, inspector, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
let firm: string;
let id: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
  clock.set(feb(20));
  firm = await enrolled(booted);
  const fail = (day: number) =>
    submitAs(booted, anInput(firm, { performedAt: feb(day), results: firstRules(1, 'UNMET') }));
  for (const day of [11, 12, 13]) await fail(day);
  const [interview] = (await processOf(booted, firm)).interviews.nodes;
  await decideAs(booted, 'holdInterview', { interviewId: interview!.id, ...said, heldAt: feb(13, 18) }, inspector);
  await fail(14);
  id = (await processOf(booted, firm)).shutdownOrders.nodes[0]!.id;
});
afterAll(() => booted.stop());

const ORDER = `query ($id: ID!) { shutdownOrder(id: $id) {
  defence defenceWaived defenceBy hearing hearingAt hearingBy refusedAt refusedByName printable } }`;
const read = async (asker: Asker = commander) =>
  (await booted.ask<{ shutdownOrder: Record<string, unknown> }>(ORDER, { id }, asker)).data!.shutdownOrder;
const state = (told: object, asker: Asker = firmOf(firm)) => decideAs(booted, 'stateDefence', { id, ...told }, asker);
const sign = () => decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);

describe('the defence of a firm', () => {
  it('is its own within its term: what others took down opens no signature, and keeps it from nothing', async () => {
    const unheard = { code: 'SHUTDOWN_DEFENCE_NOT_HEARD', field: 'id' };
    expect(await state({ text: '无' }, inspector)).toMatchObject({ status: 'DRAFTED', defence: null });
    expect(await sign()).toMatchObject(unheard);
    expect(await state({ text: '再无' }, analyst)).toMatchObject({ code: 'SHUTDOWN_DEFENCE_STATED' });
    expect(await state({ text: '口罩已在路上' })).toMatchObject({ defence: '口罩已在路上' });
    expect(await state({ text: '今日到货' })).toMatchObject({ defence: '口罩已在路上\n今日到货' });
    expect(await sign()).toMatchObject({ status: 'IN_FORCE' });
    expect(await read()).toMatchObject({
      ...{ defence: '口罩已在路上\n今日到货', defenceBy: `firm-${firm}` },
      ...{ hearing: '无', hearingAt: feb(20).toISOString(), hearingBy: 'inspector-1' },
      printable: expect.stringMatching(/你单位陈述申辩:口罩已在路上\n今日到货.*工作人员听取并记录的陈述申辩:无/su),
    });
    expect(await state({ text: '晚了' })).toMatchObject({ code: 'SHUTDOWN_NOT_DRAFTED' });
  });

  it('is not needed after its term, with what others took down on the paper', async () => {
    await state({ text: '无' }, inspector);
    clock.set(new Date(feb(21).getTime() + 1));
    expect(await sign()).toMatchObject({ status: 'IN_FORCE' });
    expect(await read()).toMatchObject({ defence: null, printable: expect.stringContaining('陈述申辩:无') });
  });

  it('added by several at once is kept whole', async () => {
    const words = ['甲', '乙', '丙', '丁'];
    await Promise.all(words.map((text) => state({ text })));
    expect(
      String((await read())['defence'])
        .split('\n')
        .toSorted(),
    ).toEqual(words.toSorted());
  });
});

describe('a shutdown that was refused', () => {
  it('says on paper who refused it, and when', async () => {
    clock.set(feb(20, 15));
    await decideAs(booted, 'refuseShutdownOrder', { id, reason: '已着手整改' }, commander);
    expect(await read()).toMatchObject({
      ...{ refusedAt: feb(20, 15).toISOString(), refusedByName: '指挥长甲' },
      printable: expect.stringMatching(/<h1>不予签发决定<\/h1>.*指挥长:指挥长甲<br>2020年2月20日 15时00分/su),
    });
  });
});
