import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { InspectionService } from '../src/inspection/inspection.service.ts';
import { anInput, enrolled, inspector, lightsOf, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import {
  commander,
  decideAs,
  firmOf,
  processOf,
  said,
  toldOf,
  toldOfRed,
  validOf,
  withoutJobs,
} from './process-asks.ts';

const clock = fixedClock(feb(10));
let booted: Booted;
let firm: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
  clock.set(feb(20));
  firm = await enrolled(booted);
});
afterAll(() => booted.stop());

/** Delivers an inspection of a day in February, performed at that hour, with so many rules unmet. */
async function deliver(day: number, unmet: number, hour = 9): Promise<string> {
  const input = anInput(firm, { performedAt: feb(day, hour), results: firstRules(unmet, 'UNMET') });
  const answer = await submitAs(booted, input);
  expect(answer.data?.submitInspection).toMatchObject({ id: input.id });
  return input.id;
}

async function deliverAll(...days: (readonly [number, number])[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [day, unmet] of days) ids.push(await deliver(day, unmet));
  return ids;
}

function changed(what: 'void' | 'restore', id: string) {
  return booted.service.db.transaction(async (tx) =>
    booted.service.app.get(InspectionService)[what](tx, id, await tx.now()),
  );
}

async function latest(kind: 'interviews' | 'shutdownOrders') {
  return (await processOf(booted, firm))[kind].nodes[0]!;
}

/** The latest interview was held in the evening of that day. */
async function holdOn(day: number): Promise<void> {
  const { id } = await latest('interviews');
  const heldAt = feb(day, 18);
  expect(await decideAs(booted, 'holdInterview', { interviewId: id, ...said, heldAt }, inspector)).toMatchObject({
    status: 'HELD',
  });
}

async function signLatest() {
  const { id } = await latest('shutdownOrders');
  await decideAs(booted, 'stateDefence', { id, waived: true }, firmOf(firm));
  return decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);
}

/** Y Y R, interview, R: a shutdown is drafted. */
async function drafted(): Promise<string[]> {
  const ids = await deliverAll([11, 1], [12, 1], [13, 1]);
  await holdOn(13);
  ids.push(await deliver(14, 2));
  return ids;
}

describe('what follows from a light', () => {
  it('1, 1, 1: an interview is summoned, once', async () => {
    const [, , third] = await deliverAll([11, 1], [12, 1], [13, 1]);
    await deliver(14, 0);
    expect([await lightsOf(booted, firm), await validOf(booted, firm)]).toEqual(['Y Y R R', ['interview SUMMONED']]);
    expect(await latest('interviews')).toMatchObject({
      number: expect.stringMatching(/^约20200220-\d{4}$/) as unknown as string,
      inspection: { id: third },
      dueAt: feb(21).toISOString(),
    });
    expect(await toldOfRed(booted, firm)).toEqual(['interview.summoned']);
  });

  it('1, 1, 1, the second voided on appeal: Y Y, interview withdrawn', async () => {
    const [, second] = await deliverAll([11, 1], [12, 1], [13, 1]);
    const lodged = await decideAs(
      booted,
      'appealInspection',
      { inspectionId: second, grounds: '当日停电' },
      firmOf(firm),
    );
    const upheld = { id: lodged['id'], upheld: true, reason: '属实' };
    expect(await decideAs(booted, 'decideAppeal', upheld, commander)).toMatchObject({ status: 'UPHELD' });
    expect([await lightsOf(booted, firm), await validOf(booted, firm)]).toEqual(['Y Y', []]);
    expect(await toldOf(booted, firm)).toEqual([
      'order.issued',
      'order.issued',
      'order.issued',
      'interview.summoned',
      'appeal.lodged',
      'appeal.decided',
      'order.withdrawn',
      'interview.withdrawn',
    ]);
  });

  it('1, 1, 1, I, 2: R, shutdown drafted', async () => {
    await drafted();
    expect(await lightsOf(booted, firm)).toBe('Y Y R R');
    expect(await validOf(booted, firm)).toEqual(['interview HELD', 'shutdown DRAFTED']);
  });

  it('1, 1, 1, I, 0: G, nothing drafted', async () => {
    await deliverAll([11, 1], [12, 1], [13, 1]);
    await holdOn(13);
    await deliver(14, 0);
    expect([await lightsOf(booted, firm), await validOf(booted, firm)]).toEqual(['Y Y R G', ['interview HELD']]);
  });

  it('is withdrawn by a late result and follows again when that is voided, under the same number', async () => {
    await deliverAll([10, 1], [12, 1], [13, 1]);
    const { number } = await latest('interviews');
    const late = await deliver(11, 0);
    expect([await lightsOf(booted, firm), await validOf(booted, firm)]).toEqual(['Y G Y Y', []]);
    await changed('void', late);
    expect(await validOf(booted, firm)).toEqual(['interview SUMMONED']);
    expect(await latest('interviews')).toMatchObject({ number });
    await changed('restore', late);
    expect(await toldOfRed(booted, firm)).toEqual([
      'interview.summoned',
      'interview.withdrawn',
      'interview.corrected',
      'interview.withdrawn',
    ]);
  });

  it('is corrected, not repeated, when red began earlier than was known', async () => {
    const [, second] = await deliverAll([11, 1], [12, 1], [13, 1]);
    const { number } = await latest('interviews');
    await deliver(10, 1);
    expect(await lightsOf(booted, firm)).toBe('Y Y R R');
    expect((await processOf(booted, firm)).interviews.nodes).toEqual([
      expect.objectContaining({ number, status: 'SUMMONED', inspection: { id: second } }),
    ]);
    expect(await toldOfRed(booted, firm)).toEqual(['interview.summoned', 'interview.corrected']);
  });

  it('an interview that was held stays so when red began earlier than was known', async () => {
    const [, second] = await deliverAll([11, 1], [12, 1], [13, 1]);
    await holdOn(13);
    await deliver(10, 1);
    await deliver(14, 0);
    expect(await lightsOf(booted, firm)).toBe('Y Y R R G');
    expect((await processOf(booted, firm)).interviews.nodes).toEqual([
      expect.objectContaining({ status: 'HELD', inspection: { id: second } }),
    ]);
  });
});

describe('an interview on the day of a second inspection', () => {
  it.each([
    ['failed', 1, 'Y Y R', ['interview SUMMONED'], ['interview.summoned']],
    ['passed', 0, 'Y Y G', [], []],
  ] as [string, number, string, string[], string[]][])(
    'is withdrawn with the first, whose place the second takes; that was %s',
    async (...[, unmet, lights, valid, told]) => {
      const [, , first] = await deliverAll([11, 1], [12, 1], [13, 1]);
      await holdOn(13);
      const held = await latest('interviews');
      const second = await deliver(13, unmet, 20);
      expect([await lightsOf(booted, firm), await validOf(booted, firm)]).toEqual([lights, valid]);
      expect((await processOf(booted, firm)).interviews.nodes).toContainEqual(
        expect.objectContaining({ id: held.id, status: 'WITHDRAWN', inspection: { id: first } }),
      );
      expect(await toldOfRed(booted, firm)).toEqual([
        ...['interview.summoned', 'interview.held', 'interview.withdrawn'],
        ...told,
      ]);
      await changed('void', second);
      expect([await lightsOf(booted, firm), await validOf(booted, firm)]).toEqual(['Y Y R', ['interview HELD']]);
    },
  );
});

describe('a shutdown order', () => {
  it('refused asks for a new interview, and the next failure for a new order', async () => {
    await drafted();
    const { id } = await latest('shutdownOrders');
    await decideAs(booted, 'refuseShutdownOrder', { id, reason: '已着手整改' }, commander);
    expect(await validOf(booted, firm)).toEqual(['interview HELD', 'interview SUMMONED', 'shutdown REFUSED']);
    expect(await latest('interviews')).toMatchObject({ inspection: null, shutdownOrder: { id } });
    clock.advance(3_600_000);
    await decideAs(booted, 'holdInterview', { interviewId: (await latest('interviews')).id, ...said }, inspector);
    clock.set(feb(22));
    await deliver(21, 1);
    expect(await validOf(booted, firm)).toEqual([
      'interview HELD',
      'interview HELD',
      'shutdown REFUSED',
      'shutdown DRAFTED',
    ]);
  });

  it('in force is withdrawn with its basis, and so is the application to lift it', async () => {
    const ids = await drafted();
    expect(await signLatest()).toMatchObject({ status: 'IN_FORCE' });
    await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'RESUMPTION' }, firmOf(firm));
    await changed('void', ids[3]!);
    expect(await validOf(booted, firm)).toEqual(['interview HELD']);
    expect((await processOf(booted, firm)).acceptances.nodes).toEqual([
      expect.objectContaining({ status: 'WITHDRAWN' }),
    ]);
    expect((await toldOf(booted, firm)).slice(-3)).toEqual([
      'order.withdrawn',
      'shutdown.withdrawn',
      'acceptance.withdrawn',
    ]);
    expect((await processOf(booted, firm)).light).toMatchObject({ colour: 'RED', condition: 'INTERVIEW_HELD' });
  });

  it('that was signed for one inspection does not hold for another: that is drafted anew', async () => {
    const ids = await drafted();
    await signLatest();
    await deliver(15, 1);
    await changed('void', ids[3]!);
    expect(await validOf(booted, firm)).toEqual(['interview HELD', 'shutdown DRAFTED']);
    expect((await processOf(booted, firm)).light).toMatchObject({ condition: 'SHUTDOWN_DRAFTED' });
    await changed('restore', ids[3]!);
    expect(await validOf(booted, firm)).toEqual(['interview HELD', 'shutdown IN_FORCE']);
  });
});
