import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { boot, type Booted } from '@qifutong/testkit/boot';
import { fixedClock } from '@qifutong/testkit/clock';
import * as fc from 'fast-check';
import { followUps } from '../src/follow-up/domain/follow-ups.ts';
import { InspectionService } from '../src/inspection/inspection.service.ts';
import { fold } from '../src/light/domain/fold.ts';
import { factsOf } from '../src/light/light.queries.ts';
import { anInput, inspector, newCreditCode, submitAs } from './asks.ts';
import { feb, firstRules, timeZone } from './builders.ts';
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
  const { what, hours, unmet, which } = one;
  const now = await clock.now(booted.service.db.source.manager);
  const file = await processOf(booted, firm);
  const interview = file.interviews.nodes.find(({ status }) => status === 'SUMMONED');
  const order = file.shutdownOrders.nodes.find(({ status }) => status === 'DRAFTED');
  if (what === 'deliver') await delivered(firm, new Date(now.getTime() - hours * HOUR_MS), unmet, ids);
  if (what === 'hold' && interview)
    await decideAs(booted, 'holdInterview', { interviewId: interview.id, ...said }, inspector);
  if (order && (what === 'sign' || what === 'refuse')) await decided(what, firm, order.id);
  if (what === 'accept') await accepted(firm, now, ids);
  if (what === 'undo') await changed('void', ids.at(-1));
  if (what === 'void' || what === 'restore') await changed(what, ids[which % (ids.length || 1)]);
}

/** Delivers a result; its id is kept where it was taken. */
async function delivered(firm: string, performedAt: Date, unmet: number, ids: string[]): Promise<void> {
  const input = anInput(firm, { performedAt, results: firstRules(unmet, 'UNMET') });
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
  await delivered(firm, now, 0, ids);
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
it('after every act the stored documents are those that follow from the whole history, and each failed result has its order', async () => {
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
    }
    expect((await processOf(booted, firm)).shutdownOrders.nodes.length).toBeGreaterThan(0);
    const rows: unknown[] = await booted.schema.db.source.query(
      `select from inspection i left join rectification_order o on o.inspection_id = i.id and o.status <> 'WITHDRAWN'
       where i.credit_code = $1 and (o.id is not null) <> (not i.passed and i.voided_at is null)`,
      [firm],
    );
    expect(rows).toEqual([]);
  });
  await fc.assert(histories, { numRuns: 4, endOnFailure: true });
}, 120_000);
