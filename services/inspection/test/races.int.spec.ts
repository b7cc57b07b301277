import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { createService, type Service } from '@qifutong/platform/service';
import { NoteMissed } from '../src/interview/note-missed.job.ts';
import { NoteOverdue } from '../src/order/note-overdue.job.ts';
import { anInput, enrolled, inspector, newCreditCode, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, toldOf, toldOfRed, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
let others: Service[] = [];
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  others = await Promise.all(
    [1, 2].map(() =>
      createService(withoutJobs, booted.config, { clock, log: booted.service.log, schema: booted.schema.schema }),
    ),
  );
});
afterAll(async () => {
  await Promise.all(others.map((one) => one.stop()));
  await booted.stop();
});

async function deliver(firm: string, day: number, unmet: number, hour = 9) {
  const input = anInput(firm, { performedAt: feb(day, hour), results: firstRules(unmet, 'UNMET') });
  return (await submitAs(booted, input)).data!.submitInspection;
}

/** A firm with a shutdown order that may be signed. */
async function heard(): Promise<{ firm: string; id: string }> {
  clock.set(feb(20));
  const firm = await enrolled(booted);
  for (const day of [11, 12, 13]) await deliver(firm, day, 1);
  const [interview] = (await processOf(booted, firm)).interviews.nodes;
  const held = { interviewId: interview!.id, ...said, heldAt: feb(13, 18) };
  await decideAs(booted, 'holdInterview', held, inspector);
  await deliver(firm, 14, 1);
  const [order] = (await processOf(booted, firm)).shutdownOrders.nodes;
  await decideAs(booted, 'stateDefence', { id: order!.id, waived: true }, firmOf(firm));
  return { firm, id: order!.id };
}

const outcomes = (answers: readonly Record<string, unknown>[]) =>
  answers.map((one) => one['code'] ?? one['status']).toSorted();

describe('at the same time', () => {
  it('of ten that sign or refuse one order, one wins', async () => {
    const { firm, id } = await heard();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        i % 2 === 0
          ? decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, { ...commander, sub: `commander-${i}` })
          : decideAs(booted, 'refuseShutdownOrder', { id, reason: '理由' }, { ...commander, sub: `commander-${i}` }),
      ),
    );
    const [winner, ...losers] = outcomes(answers);
    expect([['IN_FORCE', 'REFUSED'].includes(winner as string), losers]).toEqual([
      true,
      Array(9).fill('SHUTDOWN_NOT_DRAFTED'),
    ]);
    const told = (await toldOfRed(booted, firm)).filter((type) => /signed|refused/.test(type));
    expect(told).toHaveLength(1);
  });

  it('signing and a late result that takes the basis away leave what follows from both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { firm, id } = await heard();
      const [signed] = await Promise.all([
        decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander),
        deliver(firm, 12, 0, 20),
      ]);
      const file = await processOf(booted, firm);
      expect(file.shutdownOrders.nodes.map(({ status }) => status)).toEqual(['WITHDRAWN']);
      expect(file.interviews.nodes.map(({ status }) => status)).toEqual(['WITHDRAWN']);
      expect(file.light).toMatchObject({ colour: 'YELLOW', run: 2 });
      const won = signed['code'] === undefined;
      expect((await toldOfRed(booted, firm)).includes('shutdown.signed')).toBe(won);
    }
  });

  it('of ten that hold one interview, one wins', async () => {
    clock.set(feb(20));
    const firm = await enrolled(booted);
    for (const day of [11, 12, 13]) await deliver(firm, day, 1);
    const [interview] = (await processOf(booted, firm)).interviews.nodes;
    const input = { interviewId: interview!.id, ...said };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => decideAs(booted, 'holdInterview', input, inspector)),
    );
    expect(outcomes(answers)).toEqual(['HELD', ...Array<string>(9).fill('INTERVIEW_NOT_AWAITED')].toSorted());
  });

  it('of ten that apply for one firm, one wins: to resume, and for the first time', async () => {
    const { firm, id } = await heard();
    await decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);
    const apply = (creditCode: string, kind: string) =>
      Promise.all(
        Array.from({ length: 10 }, () =>
          decideAs(booted, 'applyForAcceptance', { creditCode, kind }, firmOf(creditCode)),
        ),
      );
    const expected = ['OPEN', ...Array<string>(9).fill('ACCEPTANCE_OPEN')].toSorted();
    expect(outcomes(await apply(firm, 'RESUMPTION'))).toEqual(expected);
    expect(outcomes(await apply(newCreditCode(), 'FIRST'))).toEqual(expected);
  });

  it('of ten appeals against one result one is lodged, and of ten decisions one is taken', async () => {
    clock.set(feb(20));
    const firm = await enrolled(booted);
    const { id: inspectionId } = await deliver(firm, 14, 1);
    const lodged = await Promise.all(
      Array.from({ length: 10 }, () =>
        decideAs(booted, 'appealInspection', { inspectionId, grounds: '不实' }, firmOf(firm)),
      ),
    );
    expect(outcomes(lodged)).toEqual(['LODGED', ...Array<string>(9).fill('APPEAL_REPEATED')].toSorted());
    const { id } = lodged.find((one) => one['status'] === 'LODGED')!;
    const decided = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        decideAs(booted, 'decideAppeal', { id, upheld: i % 2 === 0, reason: '查明' }, commander),
      ),
    );
    const [, ...losers] = outcomes(decided).toSorted((a) => (a === 'APPEAL_DECIDED' ? 1 : -1));
    expect(losers).toEqual(Array(9).fill('APPEAL_DECIDED'));
  });
});

describe('a date that passes', () => {
  const jobs = () => [booted.service, ...others];
  const look = () =>
    Promise.all(jobs().flatMap((one) => [one.app.get(NoteOverdue).run(), one.app.get(NoteMissed).run()]));

  it('is noted once, one millisecond after it, by three instances', async () => {
    clock.set(feb(3, 10));
    const firms = await Promise.all(Array.from({ length: 40 }, () => enrolled(booted)));
    for (const firm of firms) for (const day of [1, 2, 3]) await deliver(firm, day, 1);
    await look();
    clock.set(new Date('2020-02-04T15:59:59.999Z'));
    await look();
    const overdue = async () =>
      (await Promise.all(firms.map((firm) => toldOf(booted, firm)))).flat().filter((type) => type === 'order.overdue');
    expect(await overdue()).toEqual([]);
    clock.advance(1);
    await look();
    await look();
    expect(await overdue()).toHaveLength(120);
    const told = (await Promise.all(firms.map((firm) => toldOf(booted, firm)))).flat();
    expect(told.filter((type) => type === 'interview.missed')).toHaveLength(40);
    expect((await processOf(booted, firms[0]!)).interviews.nodes).toEqual([
      expect.objectContaining({ status: 'MISSED' }),
    ]);
  });

  it('of an interview is passed a millisecond after its limit, and it can still be held', async () => {
    clock.set(feb(5));
    const firm = await enrolled(booted);
    for (const day of [3, 4, 5]) await deliver(firm, day, 1, 8);
    clock.set(feb(6));
    await look();
    const status = async () => (await processOf(booted, firm)).interviews.nodes[0]!.status;
    expect(await status()).toBe('SUMMONED');
    clock.advance(1);
    await look();
    await look();
    expect(await status()).toBe('MISSED');
    const { id } = (await processOf(booted, firm)).interviews.nodes[0]!;
    await decideAs(booted, 'holdInterview', { interviewId: id, ...said }, commander);
    expect(await status()).toBe('HELD');
    expect(await toldOfRed(booted, firm)).toEqual(['interview.summoned', 'interview.missed', 'interview.held']);
  });
});
