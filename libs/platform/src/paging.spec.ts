import { describe, expect, it } from '@jest/globals';
import { InvalidCursor, type Page } from '@qifutong/persistence/keyset';
import { GraphQLError } from 'graphql';
import { connection, pageArgs } from './paging.ts';

function refusalOf(ask: () => unknown): Promise<unknown> {
  return Promise.resolve()
    .then(ask)
    .then(
      () => undefined,
      (cause: unknown) =>
        cause instanceof GraphQLError ? [cause.extensions['code'], cause.extensions['field'], cause.message] : cause,
    );
}

describe('the arguments of a list', () => {
  it.each([
    [{}, { first: 20, after: null }],
    [
      { first: null, after: null },
      { first: 20, after: null },
    ],
    [
      { first: 1, after: 'abc' },
      { first: 1, after: 'abc' },
    ],
    [{ first: 100 }, { first: 100, after: null }],
  ])('%j are read as %j', (args, page) => {
    expect(pageArgs(args)).toEqual(page);
  });

  it.each([0, -1, 101, 2_147_483_647])('are refused with first: %i', async (first) => {
    expect(await refusalOf(() => pageArgs({ first }))).toEqual(['BAD_USER_INPUT', 'first', 'first must be 1 to 100']);
  });
});

describe('a connection', () => {
  const page: Page<string> = {
    edges: [
      { cursor: 'a', node: 'one' },
      { cursor: 'b', node: 'two' },
    ],
    pageInfo: { hasNextPage: true, endCursor: 'b' },
  };

  it('has its nodes beside its edges', async () => {
    expect(await connection(Promise.resolve(page))).toEqual({ ...page, nodes: ['one', 'two'] });
  });

  it('blames the caller for a cursor that is none', async () => {
    const asked = Promise.reject(new InvalidCursor('after is not a cursor of this list'));
    expect(await refusalOf(() => connection(asked))).toEqual([
      'BAD_USER_INPUT',
      'after',
      'after is not a cursor of this list',
    ]);
  });

  it('blames nobody for anything else', async () => {
    const broken = new TypeError('no connection');
    expect(await refusalOf(() => connection(Promise.reject(broken)))).toBe(broken);
  });
});
