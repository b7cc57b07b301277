import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import * as fc from 'fast-check';
import { Not } from 'typeorm';
import { followUps } from '../src/follow-up/domain/follow-ups.ts';
import { InspectionService } from '../src/inspection/inspection.service.ts';
import { fold } from '../src/light/domain/fold.ts';
import { factsOf } from '../src/light/light.queries.ts';
import { checksSince } from '../src/order/check.queries.ts';
import { findingsOf, mended } from '../src/order/domain/check.ts';
import { OrderTable } from '../src/order/order.table.ts';
import { anInput, inspector, newCreditCode, submitAs } from './asks.ts';
import { answers, feb, firstRules, timeZone } from './builders.ts';
import { commander, decideAs, firmOf, processOf, said, withoutJobs, type ProcessFile } from './process-asks.ts';

const HOUR_MS = 3_600_000;
const clock = fixedClock(feb(1));
let booted: Booted;
beforeAll(async () => {
  booted = await boot(withoutJobs, { clock });
});
afterAll(() => booted.stop());

const act = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('deliver' as const) },
    { weight: 3, arbitrary: fc.constant('hold' as const) },
    { weight: 2, arbitrary: fc.constantFrom('sign' as const, 'refuse' as const, 'void' as const, 'restore' as const) },
    { weight: 1, arbitrary: fc.constantFrom('accept' as const, 'undo' as const) },
  ),
  /** how many hours ago what is delivered now was performed */
  hours: fc.nat(72),
  unmet: fc.nat(4),
  which: fc.nat(30),
});

/** Y Y R, interview, R, accepted on the next day all the same, and not any more: so much happens to every firm. */
const drafting = ['deliver', 'deliver', 'deliver', 'hold', 'deliver', 'hold', 'accept', 'undo'].map((what) => ({
  what,
  hours: 0,
  unmet: 1,
  which: 0,
})) as Act[];

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

/** One act; what does not fit the situation is refused, and leaves all as it is. */
async function doIt(firm: string, one: Act, ids: string[]): Promise<void> {
  const { what, which } = one;
  const now = await clock.now(booted.service.db.source.manager);
  const file = await processOf(booted, firm);
  const interview = file.interviews.nodes.find(({ status }) => status === 'SUMMONED');
  const order = file.shutdownOrders.nodes.find(({ status }) => status === 'DRAFTED');
  if (what === 'deliver') await delivered(firm, one, now, ids);
  if (what === 'hold' && interview)
    await decideAs(booted, 'holdInterview', { interviewId: interview.id, ...said }, inspector);
  if (order && (what === 'sign' || what === 'refuse')) await decided(what, firm, order.id);
  if (what === 'accept') await accepted(firm, now, ids);
  if (what === 'undo') await changed('void', ids.at(-1));
  if (what === 'void' || what === 'restore') await changed(what, ids[which % (ids.length || 1)]);
}

/** Delivers a result; its id is kept where it was taken. */
async function delivered(firm: string, { hours, unmet, which }: Act, now: Date, ids: string[]): Promise<void> {
  const results = which % 2 === 0 ? firstRules(unmet, 'UNMET') : answers(unmet === 0 ? {} : { MASKS_WORN: 'UNMET' });
  const input = anInput(firm, { performedAt: new Date(now.getTime() - hours * HOUR_MS), results });
  const answer = await submitAs(booted, input);
  if (answer.data?.submitInspection['id']) ids.push(input.id);
}

/** Decides on a shutdown order, after the firm had nothing to say. */
async function decided(what: 'sign' | 'refuse', firm: string, id: string): Promise<void> {
  await decideAs(booted, 'stateDefence', { id, waived: true }, firmOf(firm));
  if (what === 'sign') await decideAs(booted, 'signShutdownOrder', { id, legalBasis: '依据' }, commander);
  else await decideAs(booted, 'refuseShutdownOrder', { id, reason: '理由' }, commander);
}

/** Passes on site, and has it approved, where there is something to accept: its first resumption, or a shutdown to lift. */
async function accepted(firm: string, now: Date, ids: string[]): Promise<void> {
  for (const kind of ['FIRST', 'RESUMPTION'])
    await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind }, firmOf(firm));
  const open = (await processOf(booted, firm)).acceptances.nodes.find(({ status }) => status === 'OPEN');
  await delivered(firm, { what: 'deliver', hours: 0, unmet: 0, which: 0 }, now, ids);
  const ruling = { id: open?.id, approved: true, inspectionId: ids.at(-1) };
  if (open) await decideAs(booted, 'decideAcceptance', ruling, commander);
}

/** Voids or restores, where it is not so already. */
async function changed(what: 'void' | 'restore', id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const service = booted.service.app.get(InspectionService);
  await booted.service.db
    .transaction(async (tx) => service[what](tx, id, await tx.now()))
    .catch((cause: unknown) => expect(cause).toMatchObject({ name: 'Rejection' }));
}

function valid({ interviews, shutdownOrders }: ProcessFile): string[] {
  const of = (
    nodes: readonly { status: string; inspection?: { id: string } | null; shutdownOrder?: { id: string } | null }[],
  ) => nodes.filter(({ status }) => status !== 'WITHDRAWN').map((one) => one.inspection?.id ?? one.shutdownOrder?.id);
  return [
    ...of(interviews.nodes).map((id) => `interview ${id}`),
    ...of(shutdownOrders.nodes).map((id) => `shutdown ${id}`),
  ];
}

/** The orders that stand, with what met their findings; `due`: as it follows from all valid inspections. */
async function ordersOf(firm: string): Promise<{ stored: unknown[]; due: unknown[] }> {
  const { manager } = booted.service.db.source;
  const orders = await manager.findBy(OrderTable, { creditCode: firm, status: Not('WITHDRAWN') });
  const checks = await checksSince(manager, new Map([[firm, new Date(0)]]));
  const due = checks.flatMap((check, i) =>
    check.passed ? [] : [[check.id, mended(findingsOf(check), checks.slice(i + 1))]],
  );
  return {
    stored: orders
      .toSorted(
        (a, b) => a.performedAt.getTime() - b.performedAt.getTime() || (a.inspectionId < b.inspectionId ? -1 : 1),
      )
      .map(({ inspectionId, findings }) => [inspectionId, findings]),
    due,
  };
}

/** What follows from the whole history, folded from its beginning. */
async function due(firm: string): Promise<string[]> {
  const facts = await factsOf(booted.service.db.source.manager, new Map([[firm, null]]));
  const { summonses, shutdowns } = followUps('NORMAL', fold(facts.get(firm) ?? [], timeZone).entries);
  return [
    ...summonses.map(({ inspectionId, shutdownId }) => `interview ${inspectionId ?? shutdownId}`),
    ...shutdowns.map(({ inspectionId }) => `shutdown ${inspectionId}`),
  ];
}

// a failure prints the seed and the path that reproduce it
it('after every act the stored documents are those that follow from the whole history, and each failed result has its order, met as far as later ones met it', async () => {
  const histories = fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 20 }), async (acts) => {
    clock.set(feb(5));
    const firm = newCreditCode();
    await decideAs(booted, 'applyForAcceptance', { creditCode: firm, kind: 'FIRST' }, firmOf(firm));
    const ids: string[] = [];
    for (const one of [...drafting, ...acts]) {
      clock.advance(13 * HOUR_MS);
      await doIt(firm, one, ids);
      const file = await processOf(booted, firm);
      expect(valid(file).toSorted()).toEqual((await due(firm)).toSorted());
      const orders = await ordersOf(firm);
      expect(orders.stored).toEqual(orders.due);
    }
    expect((await processOf(booted, firm)).shutdownOrders.nodes.length).toBeGreaterThan(0);
  });
  await fc.assert(histories, { numRuns: 4, endOnFailure: true });
}, 120_000);
