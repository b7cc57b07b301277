import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { statementsOf } from '../test/statements.ts';
import { aTally, stored, TallyTable, type Tally } from '../test/tally.ts';
import {
  InvalidCursor,
  page,
  pageOfRows,
  pageOfSorted,
  pagesByKey,
  type Order,
  type Page,
  type PageArgs,
} from './keyset.ts';

const newestFirst: Order<Tally> = { by: ['countedAt', 'id'], direction: 'DESC' };
const smallestFirst: Order<Tally> = { by: ['count', 'id'], direction: 'ASC' };

let schema: TestSchema;

beforeAll(async () => {
  schema = await freshSchema(stored);
});
afterAll(() => schema.drop());
beforeEach(() => schema.db.source.query('truncate tally'));

const minute = (count: number) => new Date(Date.UTC(2020, 1, 14, 8, count));

/** Tallies of the given counts; two neighbours share an instant, so that the id decides. */
async function keep(counts: readonly number[], groupId = uuidv7()): Promise<void> {
  const rows = counts.map((count) =>
    aTally({ id: uuidv7(), groupId, count, countedAt: minute(Math.floor(count / 2)) }),
  );
  await schema.db.source.manager.insert(TallyTable, rows);
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

type Way = typeof page<Tally>;
const ways: Readonly<Record<string, Way>> = {
  'read whole': page,
  'of which only the page is read whole': (...asking) => pageOfSorted(TallyTable, ...asking),
};
let way: Way = page;

function asked(order: Order<Tally>, args: PageArgs): Promise<Page<Tally>> {
  return way(schema.db.source.createQueryBuilder(TallyTable, 'tally'), order, args);
}

function countsOf({ edges }: Page<Tally>): number[] {
  return edges.map(({ node }) => node.count);
}

async function walk(
  order: Order<Tally>,
  first: number,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  for (;;) {
    const one: Page<Tally> = await asked(order, { first, after });
    seen.push(...countsOf(one));
    if (!one.pageInfo.hasNextPage) return seen;
    after = one.pageInfo.endCursor;
    await between();
  }
}

describe.each(Object.entries(ways))('a list by pages, %s', (_, one) => {
  beforeAll(() => void (way = one));

  it.each([1, 2, 3, 5, 10, 11])('gives each row once, %i at a time', async (first) => {
    await keep(upTo(10));
    expect(await walk(smallestFirst, first)).toEqual(upTo(10));
  });

  it('says of its last page that it is the last, also when it is full', async () => {
    await keep(upTo(4));
    const first = await asked(smallestFirst, { first: 2, after: null });
    const last = await asked(smallestFirst, { first: 2, after: first.pageInfo.endCursor });
    expect([first, last].map((one) => [countsOf(one), one.pageInfo.hasNextPage])).toEqual([
      [[1, 2], true],
      [[3, 4], false],
    ]);
  });

  it('is empty where there is nothing', async () => {
    expect(await asked(newestFirst, { first: 20, after: null })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('shows no row twice and misses none while newer ones come in before the cursor', async () => {
    await keep(upTo(20));
    let newest = 20;
    const seen = await walk(newestFirst, 3, () => keep([(newest += 1), (newest += 1)]));
    expect(seen.toSorted((a, b) => a - b)).toEqual(upTo(20));
  });

  it('goes on behind a row that has been deleted', async () => {
    await keep(upTo(6));
    const first = await asked(smallestFirst, { first: 3, after: null });
    await schema.db.source.manager.delete(TallyTable, { count: 3 });
    expect(countsOf(await asked(smallestFirst, { first: 3, after: first.pageInfo.endCursor }))).toEqual([4, 5, 6]);
  });

  it.each([
    ['nothing', ''],
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('hello').toString('base64url')],
    ['too few values', Buffer.from('["2020-02-14T08:00:00.000Z"]').toString('base64url')],
    ['too many values', Buffer.from('["2020-02-14T08:00:00.000Z","a","b"]').toString('base64url')],
    ['values of other kinds', Buffer.from('[{"a":1},null]').toString('base64url')],
    ['an instant that is none', Buffer.from(`["yesterday, perhaps","${uuidv7()}"]`).toString('base64url')],
    ['an id that is none', Buffer.from('["2020-02-14T08:00:00.000Z","1"]').toString('base64url')],
    ['a day that there is not', Buffer.from(`["2020-02-31T08:00:00.000Z","${uuidv7()}"]`).toString('base64url')],
    ['what Postgres cannot hold', Buffer.from(JSON.stringify(['\u0000', uuidv7()])).toString('base64url')],
  ])('refuses a cursor with %s', async (_title, after) => {
    await expect(asked(newestFirst, { first: 3, after })).rejects.toThrow(InvalidCursor);
  });

  it('does not blame the cursor for a fault of the query', async () => {
    await keep(upTo(3));
    const first = await asked(smallestFirst, { first: 1, after: null });
    const faulty = schema.db.source.createQueryBuilder(TallyTable, 'tally').where('no_such_column = 1');
    await expect(page(faulty, smallestFirst, { first: 1, after: first.pageInfo.endCursor })).rejects.toThrow(
      'no_such_column',
    );
  });
});

describe('a page of rows that are in hand', () => {
  const oldestFirst: Order<Tally> = { by: ['countedAt', 'id'], direction: 'ASC' };

  it('has the cursors of the list itself, and goes on behind a row that is gone', async () => {
    await keep(upTo(9));
    const rows = (await asked(oldestFirst, { first: 100, after: null })).edges.map(({ node }) => node);
    const first = pageOfRows(rows, oldestFirst, { first: 4, after: null });
    expect(first).toEqual(await asked(oldestFirst, { first: 4, after: null }));
    const next = { first: 4, after: first.pageInfo.endCursor };
    const without = rows.filter(({ count }) => count !== countsOf(first).at(-1));
    expect(pageOfRows(without, oldestFirst, next)).toEqual(await asked(oldestFirst, next));
    expect(() => pageOfRows(rows, oldestFirst, { first: 4, after: 'x' })).toThrow(InvalidCursor);
  });
});

describe('the pages of many lists at once', () => {
  const byGroup = { table: TallyTable, key: 'groupId', order: smallestFirst } as const;

  it('are two statements for fifty lists, each page in the order of its list', async () => {
    const groups = Array.from({ length: 50 }, () => uuidv7());
    for (const [i, group] of groups.entries()) await keep(upTo(i % 5), group);
    const { statements, outcome } = await statementsOf(schema.db.source, () =>
      pagesByKey(schema.db.source.manager, byGroup, groups, { first: 3, after: null }),
    );
    expect({
      statements: statements.length,
      pages: outcome.map((one) => [countsOf(one), one.pageInfo.hasNextPage]),
    }).toEqual({
      statements: 2,
      pages: groups.map((_, i) => [upTo(Math.min(3, i % 5)), i % 5 > 3]),
    });
  });

  it('are the pages that each list alone would give', async () => {
    const [one, two] = [uuidv7(), uuidv7()];
    await keep([1, 2, 3, 4], one);
    await keep([5, 6, 7], two);
    const [first] = await pagesByKey(schema.db.source.manager, byGroup, [one], { first: 2, after: null });
    const next = await pagesByKey(schema.db.source.manager, byGroup, [two, one], {
      first: 2,
      after: first!.pageInfo.endCursor,
    });
    expect(next.map(countsOf)).toEqual([
      [5, 6],
      [3, 4],
    ]);
  });

  it('can be narrowed', async () => {
    const group = uuidv7();
    await keep(upTo(6), group);
    const narrow = (query: { andWhere(sql: string, parameters: object): unknown }) =>
      void query.andWhere('one.count > :least', { least: 4 });
    const [only] = await pagesByKey(schema.db.source.manager, { ...byGroup, narrow }, [group], {
      first: 10,
      after: null,
    });
    expect(countsOf(only!)).toEqual([5, 6]);
  });

  it('are one statement where there is nothing', async () => {
    const { statements, outcome } = await statementsOf(schema.db.source, () =>
      pagesByKey(schema.db.source.manager, byGroup, [uuidv7()], { first: 3, after: null }),
    );
    expect({ statements: statements.length, outcome }).toEqual({
      statements: 1,
      outcome: [{ edges: [], pageInfo: { hasNextPage: false, endCursor: null } }],
    });
  });

  it('refuse a cursor that is none', async () => {
    await keep([1], uuidv7());
    const after = Buffer.from('["x","y"]').toString('base64url');
    await expect(pagesByKey(schema.db.source.manager, byGroup, [uuidv7()], { first: 3, after })).rejects.toThrow(
      InvalidCursor,
    );
  });
});
