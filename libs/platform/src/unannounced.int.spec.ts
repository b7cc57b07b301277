import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { intakeMutationPerformed } from '@qifutong/contracts/intake/mutation-performed';
import { runForCaller } from '@qifutong/persistence/caller';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { buildSchema, graphql } from 'graphql';
import { enterUnannounced } from './unannounced.ts';

let stored: TestSchema;
beforeAll(async () => {
  stored = await freshSchema({ name: 'intake', tables: [], migrations: [] });
});
afterAll(() => stored.drop());

const SDL = `
  type Query { name: String }
  type Mutation { keep: Kept refuse: Kept fail: Kept other: Kept }
  type Kept { creditCode: String }
`;
const answers = {
  keep: { creditCode: 'A' },
  refuse: { __typename: 'KeptRejection' },
  other: { creditCode: 'B' },
  fail: () => {
    throw new TypeError('gone');
  },
};
const entering = (...mutations: string[]) =>
  enterUnannounced(buildSchema(SDL), { mutations, event: intakeMutationPerformed }, stored.db);

describe('mutations without an event of their own', () => {
  it('are entered when they went well, and only those that are named', async () => {
    const schema = entering('keep', 'refuse', 'fail');
    const source = 'mutation { keep { creditCode } refuse { __typename } fail { creditCode } other { creditCode } }';
    await runForCaller(() => graphql({ schema, source, rootValue: answers }));
    const entries: unknown = await stored.db.source.query(
      `select event->'data'->>'mutation' as mutation, event->'data'->>'of' as of from event_log`,
    );
    expect(entries).toEqual([{ mutation: 'keep', of: 'A' }]);
  });

  it('must be there', () => {
    expect(() => entering('keep', 'kept')).toThrow('no such mutation: kept');
  });
});
