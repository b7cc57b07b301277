import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, enrolled, filesOf, inspector, lightsOf, submitAs } from './asks.ts';
import { answers, feb, type ruleCodes } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, toldOf, validOf, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(10));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

type Rule = (typeof ruleCodes)[number];

/** Inspected at nine; the clock stands at ten then. */
async function inspect(firm: string, day: number, ...unmet: Rule[]): Promise<string> {
  clock.set(feb(day, 10));
  const results = answers(Object.fromEntries(unmet.map((rule) => [rule, 'UNMET'])));
  const input = anInput(firm, { performedAt: feb(day, 9), results });
  await submitAs(booted, input);
  return input.id;
}

async function hold(firm: string, day: number, hour = 15) {
  clock.set(feb(day, hour));
  const [interview] = (await processOf(booted, firm)).interviews.nodes;
  return decideAs(booted, 'holdInterview', { interviewId: interview!.id, ...said }, inspector);
}

describe('seven approved firms in Qiangjiao', () => {
  it('hang out their boards; one mends what it forgot, another is shut until it passes its acceptance', async () => {
    const firms = await Promise.all(Array.from({ length: 7 }, () => enrolled(booted, '330226110')));
    const [forgetful, stubborn, ...others] = firms as [string, string, ...string[]];
    for (const day of [11, 12, 13]) {
      for (const firm of others) await inspect(firm, day);
      for (const firm of [forgetful, stubborn]) await inspect(firm, day, 'MASKS_WORN');
    }
    const colours = (await filesOf(booted, firms)).map((file) => file?.light?.colour);
    expect(colours).toEqual(['RED', 'RED', ...Array<string>(5).fill('GREEN')]);
    expect(await validOf(booted, forgetful)).toEqual(['interview SUMMONED']);

    expect(await hold(forgetful, 13)).toMatchObject({ status: 'HELD' });
    await inspect(forgetful, 14);
    expect(await lightsOf(booted, forgetful)).toBe('Y Y R G');
    const mended = await processOf(booted, forgetful);
    expect(mended.orders.nodes.map(({ status }) => status)).toEqual(Array(3).fill('FULFILLED'));
    expect(mended.shutdownOrders.nodes).toEqual([]);

    await hold(stubborn, 13, 16);
    await inspect(stubborn, 14, 'MASKS_WORN', 'CANTEEN_IN_SHIFTS');
    expect(await validOf(booted, stubborn)).toEqual(['interview HELD', 'shutdown DRAFTED']);
    const [draft] = (await processOf(booted, stubborn)).shutdownOrders.nodes;
    const { id } = draft!;
    expect(draft!.number).toBe('停20200214-0001');

    clock.set(feb(14, 11));
    const early = await decideAs(booted, 'signShutdownOrder', { id, legalBasis: '传染病防治法第四十二条' }, commander);
    expect(early).toMatchObject({ code: 'SHUTDOWN_DEFENCE_NOT_HEARD' });
    await decideAs(booted, 'stateDefence', { id, text: '口罩已在路上' }, firmOf(stubborn));
    clock.set(feb(14, 12));
    const signed = await decideAs(booted, 'signShutdownOrder', { id, legalBasis: '传染病防治法第四十二条' }, commander);
    expect(signed).toMatchObject({
      status: 'IN_FORCE',
      signedByName: '指挥长甲',
      legalBasis: '传染病防治法第四十二条',
    });
    expect((await processOf(booted, stubborn)).light).toMatchObject({ colour: 'RED', condition: 'SHUT_DOWN' });

    clock.set(feb(15, 8));
    const applied = await decideAs(
      booted,
      'applyForAcceptance',
      { creditCode: stubborn, kind: 'RESUMPTION' },
      firmOf(stubborn),
    );
    const onSite = await inspect(stubborn, 15);
    expect((await processOf(booted, stubborn)).light).toMatchObject({ colour: 'RED', condition: 'SHUT_DOWN' });
    const approval = { id: applied['id'], approved: true, inspectionId: onSite };
    clock.set(feb(15, 11));
    expect(await decideAs(booted, 'decideAcceptance', approval, commander)).toMatchObject({ status: 'APPROVED' });
    const after = await processOf(booted, stubborn);
    expect(after.light).toEqual({ colour: 'GREEN', run: 0, condition: 'NORMAL' });
    expect(after.shutdownOrders.nodes).toEqual([
      expect.objectContaining({ status: 'LIFTED', acceptance: { id: applied['id'] } }),
    ]);
    expect(await toldOf(booted, stubborn)).toEqual([
      'order.issued',
      'order.issued',
      'order.issued',
      'interview.summoned',
      'interview.held',
      'order.issued',
      'shutdown.drafted',
      'shutdown.defended',
      'shutdown.signed',
      'acceptance.applied',
      'order.fulfilled',
      'order.fulfilled',
      'order.fulfilled',
      'order.fulfilled',
      'acceptance.approved',
      'shutdown.lifted',
    ]);
    await inspect(stubborn, 16);
    expect(await lightsOf(booted, stubborn)).toBe('Y Y R R R G');
  });
});
