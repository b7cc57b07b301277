import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { askedWords, shownNames } from './concern.ts';
import { passingKeys, significant } from './significance.ts';

const schema = buildSchema(`
  scalar Duration
  enum Domain { TESTING LABOUR }
  input Filter { taskForce: ID domain: Domain towns: [ID!] name: String }
  type Task { id: ID! title: String remaining: Duration }
  type Query { task(id: ID!): Task tasks(filter: Filter, after: String): [Task!]! }
`);
const nobody = { taskForce: null, firm: null };
const words = (text: string, variables = {}, viewer: typeof nobody | { taskForce: string; firm: null } = nobody) =>
  [...askedWords(parse(text), schema, variables, viewer)].toSorted();

describe('a query asks by', () => {
  it.each([
    ['the ids that are written in it', '{ task(id: "T1") { title } }', {}, ['T1']],
    [
      'those within inputs',
      '{ tasks(filter: { taskForce: "TESTING", towns: ["a", "b"] }) { id } }',
      {},
      ['TESTING', 'a', 'b'],
    ],
    ['those of fragments', '{ ...F } fragment F on Query { task(id: 7) { title } }', {}, ['7']],
    ['those of its variables', 'query ($id: ID!) { task(id: $id) { title } }', { id: 'T2' }, ['T2']],
    [
      'those within its variables, but no enum and no text',
      'query ($filter: Filter, $after: String) { tasks(filter: $filter, after: $after) { id } }',
      { filter: { taskForce: 'LABOUR', domain: 'TESTING', towns: ['c'], name: 'x' }, after: 'cursor' },
      ['LABOUR', 'c'],
    ],
    ['nothing where it asks for all', '{ tasks(filter: { domain: TESTING }) { id } }', {}, []],
  ])('%s', (_, text, variables, expected) => {
    expect(words(text, variables)).toEqual(expected);
  });

  it('the task force of who asks', () => {
    expect(words('{ tasks { id } }', {}, { taskForce: 'TESTING', firm: null })).toEqual(['TESTING']);
  });
});

describe('an answer', () => {
  const id = '019c5a00-0000-7000-8000-000000000001';

  it('names what it shows', () => {
    const data = { tasks: [{ id, title: 'TESTING', firm: { creditCode: '91330226MA2AG00014' } }, null] };
    expect([...shownNames(data)]).toEqual([id, '91330226MA2AG00014']);
  });

  it('is another when more than its lengths of time differ', () => {
    const passing = passingKeys(parse('{ task(id: "1") { id left: remaining title } }'), schema);
    const told = (left: string, title: string) => significant({ data: { task: { id, left, title } } }, passing);
    expect(told('PT1H', 'a')).toBe(told('PT2H', 'a'));
    expect(told('PT1H', 'a')).not.toBe(told('PT1H', 'b'));
  });

  it('is compared by a key that can be a length of time or something else', () => {
    const mixed = parse('{ task(id: "1") { x: remaining } tasks { x: title } }');
    expect(passingKeys(mixed, schema)).toEqual(new Set());
  });
});
