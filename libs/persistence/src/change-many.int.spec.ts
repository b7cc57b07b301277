import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection } from '@qifutong/kernel/rejection';
import { fixedClock } from '@qifutong/testkit/clock';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { statementsOf } from '../test/statements.ts';
import { aTally, countOn, stored, tallies, TallyTable, type Tally } from '../test/tally.ts';
import { changeMany } from './change-many.ts';

const now = new Date('2020-02-14T08:00:01.000Z');
const clock = fixedClock(now);
let schema: TestSchema;
let ids: readonly string[];

beforeAll(async () => void (schema = await freshSchema(stored, clock)));
afterAll(() => schema.drop());
beforeEach(async () => {
  ids = Array.from({ length: 5 }, () => uuidv7());
  await schema.db.source.manager.insert(
    TallyTable,
    ids.map((id) => aTally({ id, note: id })),
  );
});

const kept = () => Promise.all(ids.map((id) => schema.db.source.manager.findOneByOrFail(TallyTable, { id })));
const logged = () =>
  schema.db.source.query<{ aggregate_id: string; version: number }[]>(
    'select aggregate_id, version from event_log where aggregate_id = any($1) order by aggregate_id, version',
    [ids],
  );
const changeThem = (decide: Parameters<typeof changeMany<Tally>>[3], which = ids) =>
  schema.db.transaction((tx) => changeMany(tx, tallies, which, decide));

describe('a change of many', () => {
  it('saves every state and appends every event, numbered on for each', async () => {
    await changeThem(countOn(1));
    const outcomes = await changeThem((tally, at) => ({ ...countOn(2)({ ...tally, note: null }, at) }));
    const expected = ids.map((id) => aTally({ id, version: 3, count: 2, countedAt: now }));
    expect({ outcomes: [...outcomes.values()], kept: await kept() }).toEqual({ outcomes: expected, kept: expected });
    expect(await logged()).toEqual(ids.flatMap((id) => [1, 2, 3].map((version) => ({ aggregate_id: id, version }))));
  });

  it('costs three statements, however many there are', async () => {
    const { statements } = await statementsOf(schema.db.source, () => changeThem(countOn(1)));
    expect(statements.filter((sql) => !/transaction|commit/i.test(sql)).map((sql) => sql.slice(0, 6))).toEqual([
      'SELECT',
      'update',
      'insert',
    ]);
  });

  it('gives each its own no, and keeps none of the others', async () => {
    const no = new Rejection('TALLY_CLOSED', '已结束');
    const stranger = uuidv7();
    const outcomes = await changeThem(
      (tally, at) => {
        if (tally.id === ids[1]) throw no;
        return countOn(1)(tally, at);
      },
      [...ids, stranger],
    );
    expect([outcomes.get(ids[1]!), outcomes.get(stranger)]).toEqual([
      no,
      new Rejection('TALLY_NOT_FOUND', '没有这个计数'),
    ]);
    expect((await kept()).map(({ count }) => count)).toEqual([1, 0, 1, 1, 1]);
    expect((await logged()).length).toBe(4);
  });

  it('writes nothing where nothing is decided', async () => {
    const before = await kept();
    const { statements } = await statementsOf(schema.db.source, () =>
      changeThem((tally) => ({ state: tally, events: [] })),
    );
    expect(statements.filter((sql) => /^insert/.test(sql))).toEqual([]);
    expect(await kept()).toEqual(before);
  });

  it('is undone as a whole where one fails for another reason than a no', async () => {
    const broken = changeThem((tally, at) => ({
      ...countOn(1)(tally, at),
      state: { ...tally, count: tally.id === ids[4] ? 1_001 : 1 },
    }));
    await expect(broken).rejects.toThrow('tally_count_check');
    expect({ counts: (await kept()).map(({ count }) => count), logged: await logged() }).toEqual({
      counts: [0, 0, 0, 0, 0],
      logged: [],
    });
  });

  it('waits for another in whatever order both name them: twenty at once count to twenty', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => changeThem(countOn(1), i % 2 === 0 ? ids : [...ids].reverse())),
    );
    expect((await kept()).map(({ count, version }) => [count, version])).toEqual(ids.map(() => [20, 20]));
  });
});
