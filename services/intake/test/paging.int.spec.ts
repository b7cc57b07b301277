import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@qifutong/testkit/clock';
import { creditCodeOf } from './builders.ts';
import * as documents from './documents.ts';
import { bootIntake, type TestIntake } from './intake.ts';
import { analyst } from './people.ts';

interface Listed {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly creditCode: string };
  }[];
  readonly nodes: readonly {
    readonly number: string;
    readonly creditCode: string;
    readonly name: string;
    readonly status: string;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const clock = fixedClock('2020-02-14T01:00:00.000Z');
let intake: TestIntake;
beforeAll(async () => {
  intake = await bootIntake({ clock });
  await intake.firms(
    ...Array.from({ length: 25 }, (_, i) => ({
      creditCode: creditCodeOf(i + 1),
      name: `${i + 1}号厂`,
      townCode: i < 5 ? '330226110' : '330226111',
    })),
  );
  for (let i = 0; i < 25; i++) await intake.registered({ firmCreditCode: creditCodeOf(1) });
});
afterAll(() => intake.stop());

const list = async (query: string, variables: object = {}) =>
  (await intake.get<{ list: Listed }>(query, variables, analyst)).list;
const numbers = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, i) => `20200214-${String(from - i).padStart(4, '0')}`);
const codes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => creditCodeOf(from + i));

describe('a list of issues', () => {
  it('gives 20 when nothing is said, the newest first, also of those registered in the same millisecond', async () => {
    const { nodes, edges, pageInfo } = await list(documents.issues);
    expect(nodes.map(({ number }) => number)).toEqual(numbers(25, 6));
    expect(pageInfo).toEqual({ hasNextPage: true, endCursor: edges.at(-1)?.cursor });
  });

  it('gives each once, page after page, while new ones arrive', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Listed = await list(documents.issues, { first: 10, after });
      seen.push(...nodes.map(({ number }) => number));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      clock.advance(1);
      await intake.registered();
    } while (after !== null);
    expect(seen).toEqual(numbers(25, 1));
  });

  it.each([1, 100])('gives %d when that is asked', async (first) => {
    expect((await list(documents.issues, { first })).nodes).toHaveLength(Math.min(first, 28));
  });

  it('is empty, without a cursor, where there is nothing', async () => {
    expect(await list(documents.issues, { filter: { townCode: '330226201' } })).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });
});

describe('a list of firms', () => {
  it('goes by credit code, each once, while new ones arrive before and after', async () => {
    const first = await list(documents.firms, { first: 10 });
    await intake.firms({ creditCode: creditCodeOf(0), name: '零号厂' }, { creditCode: creditCodeOf(26), name: '新厂' });
    const second = await list(documents.firms, { first: 100, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map(({ creditCode }) => creditCode)).toEqual(codes(1, 26));
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('can be narrowed to a town and a part of the name, taken literally', async () => {
    await intake.firms(
      { creditCode: creditCodeOf(40), name: '百分之50%_厂', townCode: '330226201' },
      { creditCode: creditCodeOf(41), name: '百分之500厂', townCode: '330226201' },
    );
    const found = async (filter: object) => (await list(documents.firms, { filter })).nodes.map(({ name }) => name);
    expect(await found({ townCode: '330226110', name: '号厂' })).toEqual([
      '零号厂',
      '1号厂',
      '2号厂',
      '3号厂',
      '4号厂',
      '5号厂',
    ]);
    expect(await found({ name: '50%_' })).toEqual(['百分之50%_厂']);
    expect(await found({ name: '不存在的厂' })).toEqual([]);
  });
});

describe("a firm's issues", () => {
  const issuesOf = async (variables: object) =>
    (
      await intake.get<{ firm: { issues: Listed } }>(
        documents.firm,
        { creditCode: creditCodeOf(1), ...variables },
        analyst,
      )
    ).firm.issues;

  it('are paged like any list', async () => {
    const first = await issuesOf({ first: 24 });
    const second = await issuesOf({ first: 24, after: first.pageInfo.endCursor });
    expect([first.nodes.length, first.pageInfo.hasNextPage, second.nodes.length, second.pageInfo.hasNextPage]).toEqual([
      24,
      true,
      1,
      false,
    ]);
  });

  it.each([
    [true, 25],
    [false, 0],
    [null, 25],
  ])('open %s are %d', async (open, count) => {
    expect((await issuesOf({ first: 100, open })).nodes).toHaveLength(count);
  });
});

describe('what a list cannot be asked', () => {
  const refused = async (query: string, variables: object) => {
    const { errors } = await intake.ask(query, { creditCode: creditCodeOf(1), ...variables }, analyst);
    return errors?.map(({ extensions }) => [extensions.code, extensions.field]);
  };
  const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const lists = [
    ['issues', documents.issues],
    ['firms', documents.firms],
    ["a firm's issues", documents.firm],
  ] as const;

  it.each(lists.flatMap(([name, query]) => [0, -1, 101].map((first) => ({ name, query, first }))))(
    '$name, the first $first',
    async ({ query, first }) => {
      expect(await refused(query, { first })).toEqual([['BAD_USER_INPUT', 'first']]);
    },
  );

  it.each([
    ['issues after a firm', documents.issues, cursor(creditCodeOf(1))],
    [
      'firms after an issue',
      documents.firms,
      cursor('2020-02-14T01:00:00.000Z', '01900000-0000-7000-8000-000000000042'),
    ],
    ["a firm's issues after a firm", documents.firm, cursor(creditCodeOf(1))],
    ['issues after words', documents.issues, cursor('yesterday', 'somebody')],
    ["a firm's issues after words", documents.firm, cursor('yesterday', 'somebody')],
    ['issues after numbers', documents.issues, cursor(1, 2)],
    ['firms after a NUL', documents.firms, cursor('\u0000')],
    ['firms after nonsense', documents.firms, '-'],
    ['issues after nothing', documents.issues, ''],
  ])('%s', async (_, query, after) => {
    expect(await refused(query, { after })).toEqual([['BAD_USER_INPUT', 'after']]);
  });

  it.each([
    ['firms by one letter of the name', documents.firms, { name: '厂' }, 'filter.name'],
    ['firms by a name with a NUL', documents.firms, { name: '一号\u0000厂' }, 'filter.name'],
    ['firms of a town that is none', documents.firms, { townCode: '强蛟镇' }, 'filter.townCode'],
    ['firms of a town with a NUL', documents.firms, { townCode: '\u0000' }, 'filter.townCode'],
    ['issues of a town with a NUL', documents.issues, { townCode: '\u0000' }, 'filter.townCode'],
  ])('%s', async (_, query, filter, field) => {
    expect(await refused(query, { filter })).toEqual([['BAD_USER_INPUT', field]]);
  });

  it('leaves no fault of ours in the log', () => {
    expect(intake.faultLines()).toEqual([]);
  });
});
