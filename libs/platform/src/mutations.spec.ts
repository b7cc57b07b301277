import { describe, expect, it } from '@jest/globals';
import { currentErrand, runForCaller } from '@qifutong/persistence/caller';
import { buildSchema, graphql } from 'graphql';
import { nameMutations } from './mutations.ts';

const SDL = `
  type Query { seen: String }
  type Mutation { keep: String lose: String }
`;

async function seen() {
  await Promise.resolve();
  return JSON.stringify(currentErrand());
}

describe('a mutation', () => {
  it.each([
    ['mutation { keep lose again: keep }', { keep: 'keep', lose: 'lose', again: 'keep' }],
    ['{ seen }', { seen: null }],
  ])('is known by its name while it runs, each of %s, and a query is none', async (source, names) => {
    const schema = nameMutations(buildSchema(SDL));
    const { data } = await runForCaller(() => graphql({ schema, source, rootValue: { keep: seen, lose: seen, seen } }));
    const errands = Object.entries({ ...data }).map(([key, told]) => [key, JSON.parse(String(told)) as unknown]);
    const expected = Object.entries(names).map(([key, name]) => [
      key,
      name === null ? { kind: 'REQUEST', name: null } : { kind: 'MUTATION', name },
    ]);
    expect(errands).toEqual(expected);
  });
});
