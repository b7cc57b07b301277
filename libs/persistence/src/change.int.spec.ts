import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection } from '@qifutong/kernel/rejection';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { aTally, countOn, counted, stored, tallies, TallyTable } from '../test/tally.ts';
import { append } from './append.ts';
import { change, create, save } from './change.ts';
import { runInTrace, traceFrom } from './trace.ts';
import { isUniqueViolation } from './unique-violation.ts';

const clock = fixedClock('2020-02-14T08:00:00.000Z');
let schema: TestSchema;
let id: string;

beforeAll(async () => {
  schema = await freshSchema(stored, clock);
});
afterAll(() => schema.drop());
beforeEach(async () => {
  id = uuidv7();
  clock.set('2020-02-14T08:00:00.000Z');
  await create(schema.db, tallies, { state: aTally({ id }), events: [] }, await clock.now(schema.db.source.manager));
});

async function logged(aggregateId = id): Promise<{ version: number; sequence: string; round: number }[]> {
  return schema.db.source.query(
    `select version, event->>'sequence' as sequence, (event#>>'{data,round}')::int as round from event_log where aggregate_id = $1 order by event_log.seq`,
    [aggregateId],
  );
}

function kept(of = id) {
  return schema.db.source.manager.findOneBy(TallyTable, { id: of });
}

describe('a change', () => {
  it('saves the state and appends its events, numbered on from the last', async () => {
    await change(schema.db, tallies, id, countOn(1));
    clock.advance(1_000);
    const state = await change(schema.db, tallies, id, countOn(2));
    const expected = aTally({ id, version: 3, count: 2, countedAt: new Date('2020-02-14T08:00:01.000Z') });
    expect({ state, kept: await kept(), logged: await logged() }).toEqual({
      state: expected,
      kept: expected,
      logged: [
        { version: 1, sequence: '0000000001', round: 1 },
        { version: 2, sequence: '0000000002', round: 2 },
        { version: 3, sequence: '0000000003', round: 3 },
      ],
    });
  });

  it('that decides on nothing leaves everything as it is', async () => {
    const before = await kept();
    const state = await change(schema.db, tallies, id, (tally) => ({ state: tally, events: [] }));
    expect({ state, kept: await kept(), logged: await logged() }).toEqual({ state: before, kept: before, logged: [] });
  });

  it('that is refused by its rule writes nothing', async () => {
    const before = await kept();
    const refused = change(schema.db, tallies, id, () => {
      throw new Rejection('TALLY_CLOSED', '已结束');
    });
    await expect(refused).rejects.toThrow(new Rejection('TALLY_CLOSED', '已结束'));
    expect({ kept: await kept(), logged: await logged() }).toEqual({ kept: before, logged: [] });
  });

  it('whose state the database refuses appends no event', async () => {
    const before = await kept();
    const refused = change(schema.db, tallies, id, (tally) => ({
      ...countOn(3)(tally, tally.countedAt),
      state: { ...tally, count: 1_001 },
    }));
    await expect(refused).rejects.toThrow('tally_count_check');
    expect({ kept: await kept(), logged: await logged() }).toEqual({ kept: before, logged: [] });
  });

  it('whose event is refused saves no state', async () => {
    const before = await kept();
    await schema.db.transaction((tx) => append(tx, [counted(id, 1)], 0, before!.countedAt));
    await expect(change(schema.db, tallies, id, countOn(1))).rejects.toThrow('duplicate key');
    expect(await kept()).toEqual(before);
  });

  it('is undone with the transaction that it joined', async () => {
    const before = await kept();
    const undone = schema.db.transaction(async (tx) => {
      await change(tx, tallies, id, countOn(1));
      throw new TypeError('something later failed');
    });
    await expect(undone).rejects.toThrow('something later failed');
    expect({ kept: await kept(), logged: await logged() }).toEqual({ kept: before, logged: [] });
  });

  it('of something that is not there gives the rejection of its aggregate', async () => {
    await expect(change(schema.db, tallies, uuidv7(), countOn(1))).rejects.toEqual(
      new Rejection('TALLY_NOT_FOUND', '没有这个计数'),
    );
  });

  it('waits for those before it: twenty at once count to twenty', async () => {
    const states = await Promise.all(Array.from({ length: 20 }, () => change(schema.db, tallies, id, countOn(1))));
    const each = Array.from({ length: 20 }, (_, i) => i + 1);
    const byNumber = (a: number, b: number) => a - b;
    expect({
      counts: states.map(({ count }) => count).toSorted(byNumber),
      kept: await kept(),
      versions: (await logged()).map(({ version }) => version),
    }).toEqual({ counts: each, kept: aTally({ id, version: 20, count: 20 }), versions: each });
  });

  it('has one winner when twenty race for what only one can have', async () => {
    const takeIt = () =>
      change(schema.db, tallies, id, (tally) => {
        if (tally.count > 0) throw new Rejection('TALLY_TAKEN', '已被占用');
        return countOn(1)(tally, tally.countedAt);
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, takeIt));
    expect({
      winners: outcomes.filter(({ status }) => status === 'fulfilled').length,
      logged: (await logged()).length,
    }).toEqual({ winners: 1, logged: 1 });
  });

  it('clears a column that its state no longer fills', async () => {
    await change(schema.db, tallies, id, (tally) => ({ state: { ...tally, note: `note ${id}` }, events: [] }));
    await change(schema.db, tallies, id, (tally) => ({ state: { ...tally, note: null }, events: [] }));
    expect((await kept())?.note).toBeNull();
  });
});

describe('a creation', () => {
  it('stores the first state with its first events', async () => {
    const other = uuidv7();
    const state = await create(
      schema.db,
      tallies,
      { state: aTally({ id: other }), events: [counted(other, 1), counted(other, 2)] },
      new Date(),
    );
    expect({ state, kept: await kept(other), versions: (await logged(other)).map(({ version }) => version) }).toEqual({
      state: aTally({ id: other, version: 2 }),
      kept: aTally({ id: other, version: 2 }),
      versions: [1, 2],
    });
  });

  it('of what is there already leaves no event', async () => {
    const again = create(schema.db, tallies, { state: aTally({ id }), events: [counted(id, 1)] }, new Date());
    const cause: unknown = await again.catch((error: unknown) => error);
    expect({
      duplicate: isUniqueViolation(cause, 'tally_pkey'),
      elsewhere: isUniqueViolation(cause, 'tally_note'),
      logged: await logged(),
    }).toEqual({ duplicate: true, elsewhere: false, logged: [] });
  });
});

describe('a unique violation', () => {
  it.each([
    ['a rule that says no', new Rejection('TALLY_CLOSED', '已结束')],
    ['any other error', new TypeError('no connection')],
    ['no error at all', undefined],
  ])('is not %s', (_title, cause) => {
    expect(isUniqueViolation(cause, 'tally_pkey')).toBe(false);
  });

  it('is not another refusal of the database', async () => {
    const cause: unknown = await schema.db.source.query('select 1/0').catch((error: unknown) => error);
    expect(isUniqueViolation(cause, 'tally_pkey')).toBe(false);
  });
});

describe('an event', () => {
  it('carries the trace of the request that caused it', async () => {
    const trace = traceFrom('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    await runInTrace(trace, () => change(schema.db, tallies, id, countOn(1)));
    const rows: { traceparent: string }[] = await schema.db.source.query(
      `select event->>'traceparent' as traceparent from event_log where aggregate_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ traceparent: trace.traceparent }]);
    expect(trace.traceparent).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
  });

  it('cannot have the version of another one of its aggregate', async () => {
    const twice = () => schema.db.transaction((tx) => append(tx, [counted(id, 1)], 0, new Date()));
    await twice();
    await expect(twice()).rejects.toThrow('duplicate key value violates unique constraint');
  });

  it('wakes who listens, after its commit', async () => {
    const runner = schema.db.source.createQueryRunner();
    const client = (await runner.connect()) as { once(name: 'notification', then: () => void): void };
    await runner.query('listen event_log');
    const heard = new Promise<void>((resolve) => client.once('notification', resolve));
    await change(schema.db, tallies, id, countOn(1));
    await heard;
    await runner.query('unlisten event_log');
    await runner.release();
  });
});

describe('saving a state that is locked already', () => {
  it('decides, saves and appends within that transaction', async () => {
    const before = await kept();
    const state = await schema.db.transaction((tx) => save(tx, tallies, before!, countOn(1)));
    expect({ state, kept: await kept() }).toEqual({
      state: aTally({ id, version: 1, count: 1 }),
      kept: aTally({ id, version: 1, count: 1 }),
    });
  });
});
