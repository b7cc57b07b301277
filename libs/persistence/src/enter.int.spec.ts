import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { intakeJobPerformed } from '@qifutong/contracts/intake/job-performed';
import { intakeMutationPerformed } from '@qifutong/contracts/intake/mutation-performed';
import { behindTheTriggers, freshSchema, whileNothingIsEntered, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { statementsOf } from '../test/statements.ts';
import { aTally, countOn, stored, tallies, TallyTable } from '../test/tally.ts';
import { calledBy, runForCaller, runJob, runMutation } from './caller.ts';
import { saveAll } from './change-all.ts';
import { change, create } from './change.ts';
import type { Tx } from './database.ts';
import { ChangeWithoutEntry, enterChanges } from './enter.ts';

let schema: TestSchema;
beforeAll(async () => {
  schema = await freshSchema(stored);
  enterChanges(schema.db, { mutation: intakeMutationPerformed, job: intakeJobPerformed });
});
afterAll(() => schema.drop());

let id: string;
beforeEach(async () => {
  id = uuidv7();
  await behindTheTriggers(schema.db.source, 'truncate event_log');
  await create(schema.db, tallies, { state: aTally({ id }), events: [] }, new Date());
});

function mutate<T>(work: () => Promise<T>): Promise<T> {
  return runForCaller(() => {
    calledBy({ sub: 'analyst-1', roles: ['ANALYST'] });
    return runMutation('countOn', work);
  });
}
const within = <T>(work: (tx: Tx) => Promise<T>) => mutate(() => schema.db.transaction(work));
const counting = (told = id) => `update tally set count = count + 1 where id = '${told}'`;

/** What was entered, and how far was counted. */
async function left() {
  const entries: unknown = await schema.db.source.query(
    `select event->>'type' as type, actor, event #>> '{data,mutation}' as mutation, event #>> '{data,job}' as job,
       event #>> '{data,of}' as of from event_log order by event_log.seq`,
  );
  const { count } = await schema.db.source.manager.findOneByOrFail(TallyTable, { id });
  return { entries, count };
}

const performed = (of: string | null = null) => ({
  type: 'intake.mutation.performed.v1',
  actor: 'analyst-1',
  mutation: 'countOn',
  job: null,
  of,
});

describe('a mutation that changes something and announces nothing', () => {
  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['in a statement', ({ manager }) => manager.query(counting())],
    ['in a part of a statement', ({ manager }) => manager.query(`with done as (${counting()} returning 1) select 1`)],
    ['in a function', ({ manager }) => manager.query('select count_on($1)', [id])],
    [
      'behind a row that it locked',
      async (tx) => {
        await tx.manager.query('select from tally where id = $1 for update', [id]);
        await tx.manager.query(counting());
      },
    ],
  ])('is entered, also %s', async (_how, work) => {
    await schema.db.source.query(
      `create or replace function count_on(told uuid) returns void language sql as $$ update tally set count = count + 1 where id = told $$`,
    );
    await within(work);
    expect(await left()).toEqual({ entries: [performed()], count: 1 });
  });

  it('is entered with what it concerns: what it changed first, or is said to', async () => {
    const silent = (state: ReturnType<typeof aTally>) => ({ state: { ...state, count: 1 }, events: [] });
    const [many, none] = [[uuidv7(), uuidv7()], uuidv7()];
    await mutate(() => change(schema.db, tallies, id, silent));
    await mutate(() => create(schema.db, tallies, { state: aTally({ id: none }), events: [] }, new Date()));
    await within((tx) => {
      const fresh = many.map((one) => ({ before: null, decision: { state: aTally({ id: one }), events: [] } }));
      return saveAll(tx, tallies, fresh, new Date());
    });
    await within(async (tx) => {
      tx.concerns = 'x'.repeat(101);
      await tx.manager.query(counting());
    });
    expect((await left()).entries).toEqual([id, none, null, 'x'.repeat(100)].map(performed));
  });

  it('is entered by its very transaction: where no entry can be made, nothing is changed', async () => {
    const failing = whileNothingIsEntered(schema.db.source, () => within(({ manager }) => manager.query(counting())));
    await expect(failing).rejects.toThrow('nothing is entered');
    expect(await left()).toEqual({ entries: [], count: 0 });
    await within(({ manager }) => manager.query(counting()));
    const [same] = await schema.db.source.query<{ same: boolean }[]>(
      'select (select xmin from event_log)::text = (select xmin from tally where id = $1)::text as same',
      [id],
    );
    expect(same).toEqual({ same: true });
  });

  it('leaves nothing where it is refused', async () => {
    const refused = within(async ({ manager }) => {
      await manager.query(counting());
      throw new TypeError('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await left()).toEqual({ entries: [], count: 0 });
  });
});

describe('no entry is made', () => {
  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['reads', ({ manager }) => manager.query('select from tally')],
    ['locks rows', ({ manager }) => manager.query('select from tally for update')],
    ['finds nothing to change', ({ manager }) => manager.query(counting(uuidv7()))],
    [
      'finds that there is such a row',
      ({ manager }) =>
        manager.query('insert into tally select * from tally where id = $1 on conflict do nothing', [id]),
    ],
  ])('of a mutation that only %s', async (_what, work) => {
    await within(work);
    expect(await left()).toEqual({ entries: [], count: 0 });
  });

  it('of a mutation that announces what it does, and it asks for nothing more than before', async () => {
    const announcing = () => change(schema.db, tallies, id, countOn(1));
    const { statements } = await statementsOf(schema.db.source, () => mutate(announcing));
    expect((await left()).entries).toEqual([
      { type: 'intake.issue.reopened.v1', actor: 'analyst-1', mutation: null, job: null, of: null },
    ]);
    const { statements: before } = await statementsOf(schema.db.source, announcing);
    const asked = (all: readonly string[]) => all.filter((sql) => !sql.includes('pg_notify'));
    expect(asked(statements)).toEqual(asked(before));
  });

  it('of what is heard, and of what the machine notes for itself', async () => {
    await schema.db.transaction(({ manager }) => manager.query(counting()));
    await mutate(() => schema.db.note(({ manager }) => manager.query(counting())));
    expect(await left()).toEqual({ entries: [], count: 2 });
  });
});

describe('what else changes something', () => {
  it('is a job, also one that a request sets going: by nobody', async () => {
    const work = () => runJob('count-on', () => schema.db.transaction(({ manager }) => manager.query(counting())));
    await work();
    await mutate(work);
    const entry = { type: 'intake.job.performed.v1', actor: null, mutation: null, job: 'count-on', of: null };
    expect(await left()).toEqual({ entries: [entry, entry], count: 2 });
  });

  it('or a request that is no mutation: it announces an event of its own, or does not come to pass', async () => {
    const asking = (work: () => Promise<unknown>) => runForCaller(work);
    const silent = asking(() => schema.db.transaction(({ manager }) => manager.query(counting())));
    await expect(silent).rejects.toBeInstanceOf(ChangeWithoutEntry);
    expect(await left()).toEqual({ entries: [], count: 0 });
    await asking(() => change(schema.db, tallies, id, countOn(1)));
    await asking(() => schema.db.transaction(({ manager }) => manager.query('select from tally')));
    expect(await left()).toMatchObject({ entries: [{ type: 'intake.issue.reopened.v1' }], count: 1 });
  });
});
