import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { anInput, enrolled, inspector, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, toldOf, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
let firm: string;
let failed: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
  firm = await enrolled(booted);
  for (const day of [11, 12, 13]) await fail(day);
  const [interview] = (await processOf(booted, firm)).interviews.nodes;
  await decideAs(booted, 'holdInterview', { interviewId: interview!.id, ...said, heldAt: feb(13, 18) }, inspector);
  failed = await fail(14);
});
afterAll(() => booted.stop());

async function fail(day: number): Promise<string> {
  const input = anInput(firm, { performedAt: feb(day), results: firstRules(1, 'UNMET') });
  await submitAs(booted, input);
  return input.id;
}

/** The firm acknowledges a document, its final text is issued, and the firm acknowledges twice again: two receipts, a minute before and after. */
async function acknowledgedAround(issue: () => Promise<unknown>, number: unknown): Promise<void> {
  const receive = async () => {
    const { acknowledgedAt } = await decideAs(booted, 'acknowledgeDocument', { number }, firmOf(firm));
    return Date.parse(String(acknowledgedAt));
  };
  const first = await receive();
  clock.advance(60_000);
  await issue();
  clock.advance(60_000);
  const second = await receive();
  clock.advance(60_000);
  expect([second - first, await receive()]).toEqual([120_000, second]);
}

it('an order is acknowledged anew when it has another date', async () => {
  const { id, number } = (await processOf(booted, firm)).orders.nodes[0]!;
  const date = { id, dueOn: '2020-02-22' };
  await acknowledgedAround(() => decideAs(booted, 'setOrderDate', date, inspector), number);
});

it('an order that has that date already is as it was issued, and so is its receipt', async () => {
  const { id, number } = (await processOf(booted, firm)).orders.nodes[0]!;
  const receive = () => decideAs(booted, 'acknowledgeDocument', { number }, firmOf(firm));
  const first = await receive();
  clock.advance(60_000);
  await decideAs(booted, 'setOrderDate', { id, dueOn: '2020-02-22' }, inspector);
  expect(await receive()).toEqual(first);
});

it('a shutdown order, an acceptance and an appeal are acknowledged anew when their final text is issued', async () => {
  const { id, number } = (await processOf(booted, firm)).shutdownOrders.nodes[0]!;
  const lodged = { inspectionId: failed, grounds: '当日停电' };
  const appeal = await decideAs(booted, 'appealInspection', lodged, firmOf(firm));
  await decideAs(booted, 'stateDefence', { id, text: '口罩已在路上' }, firmOf(firm));
  const sign = { id, legalBasis: '依据' };
  await acknowledgedAround(() => decideAs(booted, 'signShutdownOrder', sign, commander), number);
  const application = { creditCode: firm, kind: 'RESUMPTION' };
  const acceptance = await decideAs(booted, 'applyForAcceptance', application, firmOf(firm));
  const refused = { id: acceptance['id'], approved: false, reason: '未设隔离室' };
  await acknowledgedAround(() => decideAs(booted, 'decideAcceptance', refused, commander), acceptance['number']);
  const dismissed = { id: appeal['id'], upheld: false, reason: '不属实' };
  await acknowledgedAround(() => decideAs(booted, 'decideAppeal', dismissed, commander), appeal['number']);
  const receipts = (await toldOf(booted, firm)).filter((type) => type === 'document.acknowledged');
  expect(receipts).toHaveLength(8);
});
