import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import { InspectionService } from '../src/inspection/inspection.service.ts';
import { anInput, enrolled, inspector, submitAs } from './asks.ts';
import { feb, firstRules } from './builders.ts';
import { decideAs, firmOf, processOf, said, withoutJobs } from './process-asks.ts';

const clock = fixedClock(feb(20));
let booted: Booted;
let firm: string;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
beforeEach(async () => {
  clock.set(feb(20));
  firm = await enrolled(booted);
  for (const day of [9, 12, 13]) await deliver(day, 1);
});
afterAll(() => booted.stop());

async function deliver(day: number, unmet: number): Promise<string> {
  const input = anInput(firm, { performedAt: feb(day), results: firstRules(unmet, 'UNMET') });
  expect((await submitAs(booted, input)).data?.submitInspection).toMatchObject({ id: input.id });
  return input.id;
}

async function latest(kind: 'interviews' | 'shutdownOrders') {
  return (await processOf(booted, firm))[kind].nodes[0]!;
}

function voided(id: string) {
  return booted.service.db.transaction(async (tx) =>
    booted.service.app.get(InspectionService).void(tx, id, await tx.now()),
  );
}

async function receivedAt(number: string): Promise<number> {
  const { acknowledgedAt } = await decideAs(booted, 'acknowledgeDocument', { number }, firmOf(firm));
  return Date.parse(String(acknowledgedAt));
}

/** A late pass takes the ground from a document that was acknowledged, and is voided itself an hour later. */
async function standsAgain(kind: 'interviews' | 'shutdownOrders', latePass: number) {
  const { number } = await latest(kind);
  const first = await receivedAt(number);
  const late = await deliver(latePass, 0);
  expect(await latest(kind)).toMatchObject({ number, status: 'WITHDRAWN' });
  clock.advance(3_600_000);
  await voided(late);
  return { number, first };
}

it('a summons that is issued again with another term is acknowledged anew', async () => {
  const { number, first } = await standsAgain('interviews', 10);
  expect(await latest('interviews')).toMatchObject({ number, status: 'SUMMONED', dueAt: feb(21, 10).toISOString() });
  expect(await receivedAt(number)).toBe(first + 3_600_000);
});

it('a summons whose cause alone is another one keeps its receipt', async () => {
  const { number } = await latest('interviews');
  const first = await receivedAt(number);
  clock.advance(3_600_000);
  await deliver(10, 1);
  expect(await latest('interviews')).toMatchObject({ number, status: 'SUMMONED' });
  expect(await receivedAt(number)).toBe(first);
});

it('a draft of a shutdown that stands again with another term is acknowledged anew', async () => {
  const { id: interviewId } = await latest('interviews');
  await decideAs(booted, 'holdInterview', { interviewId, ...said, heldAt: feb(13, 18) }, inspector);
  await deliver(15, 1);
  const { number, first } = await standsAgain('shutdownOrders', 14);
  expect(await latest('shutdownOrders')).toMatchObject({ number, status: 'DRAFTED' });
  expect(await receivedAt(number)).toBe(first + 3_600_000);
});
