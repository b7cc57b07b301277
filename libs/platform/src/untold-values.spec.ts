import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getVariableValues,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { scalars } from './scalars.ts';
import { withoutValues } from './untold-values.ts';

const secrets = ['欧阳震华', '13900000042', '欧阳'];
const schema: GraphQLSchema = buildSchema(`
  scalar DateTime scalar Date
  enum Channel { HOTLINE ONLINE }
  input Report { channel: Channel! text: String! confidential: Boolean at: DateTime on: Date count: Int id: ID marks: [Int!] }
  type Query { take(report: Report!, word: String): String }`);
for (const name of ['DateTime', 'Date'] as const) Object.assign(schema.getType(name)!, scalars[name]);

const QUERY = parse('query ($report: Report!, $word: String) { take(report: $report, word: $word) }');
const [{ variableDefinitions }] = QUERY.definitions as [OperationDefinitionNode];
const sound = { channel: 'HOTLINE', text: '口罩不够' };

function ofVariables(variables: Record<string, unknown>): string[] {
  return (getVariableValues(schema, variableDefinitions ?? [], variables).errors ?? []).map(({ message }) => message);
}

function ofText(text: string): string[] {
  try {
    return validate(schema, parse(text)).map(({ message }) => message);
  } catch (cause) {
    return [(cause as Error).message];
  }
}

describe('what GraphQL says of variables keeps the place and the reason, and loses the value', () => {
  const at = (field: string, reason: string) => [
    `Variable "$report" got an invalid value at "report.${field}"; ${reason}.`,
  ];

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'an unknown word of an enum',
      { ...sound, channel: '欧阳震华' },
      at('channel', 'Value does not exist in "Channel" enum'),
    ],
    ['a number for an enum', { ...sound, channel: 13900000042 }, at('channel', 'Channel cannot represent the value')],
    ['a number for a text', { ...sound, text: 13900000042 }, at('text', 'String cannot represent the value')],
    [
      'a text for a flag',
      { ...sound, confidential: '欧阳震华' },
      at('confidential', 'Boolean cannot represent the value'),
    ],
    ['a text for a number', { ...sound, count: '13900000042' }, at('count', 'Int cannot represent the value')],
    ['a number that is too big', { ...sound, count: 13900000042 }, at('count', 'Int cannot represent the value')],
    ['a list in a list', { ...sound, marks: [1, '13900000042'] }, at('marks[1]', 'Int cannot represent the value')],
    ['an object for an id', { ...sound, id: { phone: '13900000042' } }, at('id', 'ID cannot represent the value')],
    ['no instant', { ...sound, at: '13900000042' }, at('at', 'DateTime cannot represent the value')],
    ['a day that is none', { ...sound, on: '13900000042' }, at('on', 'Value is not a valid LocalDate')],
    ['nothing', { ...sound, text: null }, at('text', 'Expected non-nullable type "String!" not to be null')],
    [
      'an object that lacks a field',
      { text: '欧阳震华', id: '13900000042' },
      ['Variable "$report" got an invalid value; Field "channel" of required type "Channel!" was not provided.'],
    ],
    [
      'an object with a field too many',
      { ...sound, phone: '13900000042' },
      ['Variable "$report" got an invalid value; Field "phone" is not defined by type "Report".'],
    ],
    [
      'an object with a field whose name is none',
      { ...sound, '13900000042': '欧阳震华' },
      ['Variable "$report" got an invalid value; it does not fit.'],
    ],
    [
      'words that look like the rest of the sentence',
      { ...sound, channel: '欧阳 at "report.text"; 13900000042' },
      at('text', 'Value does not exist in "Channel" enum'),
    ],
  ])('%s', (_, report, said) => {
    const messages = ofVariables({ report });
    const tell = messages.map(withoutValues);
    expect(tell).toEqual(said);
    expect(secrets.filter((secret) => tell.join().includes(secret))).toEqual([]);
  });

  it('a variable that is no object at all', () => {
    expect(ofVariables({ report: '欧阳震华' }).map(withoutValues)).toEqual([
      'Variable "$report" got an invalid value; Expected type "Report" to be an object.',
    ]);
    expect(ofVariables({ report: sound, word: 13900000042 }).map(withoutValues)).toEqual([
      'Variable "$word" got an invalid value; String cannot represent the value.',
    ]);
  });
});

describe('what GraphQL says of a text', () => {
  it.each([
    ['{ take(report: { channel: "欧阳震华", text: "" }) }', 'Enum "Channel" cannot represent'],
    ['{ take(report: { channel: HOTLINE, text: 13900000042 }) }', 'String cannot represent'],
    ['{ take(report: { channel: HOTLINE, text: "", at: "13900000042" }) }', 'cannot represent|Expected value'],
    ['{ take(report: "欧阳震华") }', 'Expected value of type'],
    ['{ take(report: { channel: HOTLINE text: "" } word 13900000042) }', 'Syntax Error: Expected ":", found Int'],
    ['{ take(report: { channel: HOTLINE text: "" } word "欧阳震华") }', 'Syntax Error: Expected ":", found String'],
    [
      '{ take(report: { channel: HOTLINE text: "" } word """欧阳震华""") }',
      'Syntax Error: Expected ":", found BlockString',
    ],
  ])('%s loses the value', (text, said) => {
    const messages = ofText(text);
    expect(secrets.filter((secret) => messages.join().includes(secret))).not.toEqual([]);
    const tell = messages.map(withoutValues).join();
    expect(secrets.filter((secret) => tell.includes(secret))).toEqual([]);
    expect(tell).toMatch(new RegExp(said.replace('Enum "Channel"', 'Channel')));
  });

  it.each([
    ['{ takes }', 'Cannot query field "takes" on type "Query". Did you mean "take"?'],
    ['{ take }', 'Field "take" argument "report" of type "Report!" is required, but it was not provided.'],
    ['{ take(', 'Syntax Error: Expected Name, found <EOF>.'],
  ])('%s is told as it is', (text, said) => {
    expect(ofText(text).map(withoutValues)).toEqual([said]);
  });
});
