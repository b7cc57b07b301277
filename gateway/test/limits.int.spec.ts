import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { LARGEST_BODY_BYTES } from '../src/http.ts';
import { MOST_OBJECTS, querySize } from '../src/limits.ts';
import { codes, startWorld, type World } from './world.ts';

/** `firm { issues { firm { … } } }`, so many fields deep. */
function nested(depth: number): string {
  const levels = [
    'firm(creditCode: "F1")',
    ...Array.from({ length: depth - 2 }, (_, at) => (at % 2 === 0 ? 'issues' : 'firm')),
  ];
  return `{ ${levels.join(' { ')} { __typename ${' }'.repeat(depth)}`;
}

const operationOf = (text: string) => getOperationAST(parse(text))!;

const REPORT =
  'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { ... on Report { text } ... on ReportRejection { code } } }';

describe('what may be asked', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld()));
  afterAll(() => world.stop());

  it('ten fields deep is answered, eleven is not', async () => {
    expect(codes(await world.ask(nested(10)))).toEqual([]);
    const answer = await world.ask(nested(11));
    expect(codes(answer)).toEqual(['QUERY_TOO_DEEP']);
    expect(answer.status).toBe(400);
  });

  it('fields of fragments count, fragments do not', async () => {
    const within = (rest: string) =>
      `${nested(8).replace('__typename', '... on Firm { ...Rest }')} fragment Rest on Firm { ${rest} }`;
    expect(codes(await world.ask(within('issues { firm { name } }')))).toEqual([]);
    expect(codes(await world.ask(within('issues { firm { issues { id } } }')))).toEqual(['QUERY_TOO_DEEP']);
  });

  it('sixteen kilobytes are answered, one byte more is refused before it is parsed', async () => {
    const query = '{ firm(creditCode: "F1") { name } }';
    const padded = (bytes: number) => `${query}#${'x'.repeat(bytes - query.length - 1)}`;
    expect(codes(await world.ask(padded(16_384)))).toEqual([]);
    const answer = await world.ask(`${padded(16_384)}{`);
    expect(codes(answer)).toEqual(['QUERY_TOO_LONG']);
    expect(answer.status).toBe(400);
  });

  it('the limit is of bytes, not characters', async () => {
    expect(codes(await world.ask(`{ firm(creditCode: "F1") { name } } #${'字'.repeat(6_000)}`))).toEqual([
      'QUERY_TOO_LONG',
    ]);
  });

  it('connections within connections are counted as full: what could bring a million objects is too broad', async () => {
    const nested = (levels: number): string =>
      levels === 0 ? 'name' : `issues(first: 100) { nodes { firm { ${nested(levels - 1)} } } }`;
    expect(querySize(parse(`{ a { ${nested(2)} } }`), operationOf(`{ a { ${nested(2)} } }`)).objects).toBeLessThan(
      MOST_OBJECTS,
    );
    expect(querySize(parse(`{ a { ${nested(3)} } }`), operationOf(`{ a { ${nested(3)} } }`)).objects).toBeGreaterThan(
      MOST_OBJECTS,
    );
  });

  it('a variable counts as what it is, and as a hundred when it is not given', () => {
    const text = 'query ($n: Int) { firms(first: $n) { nodes { name } } }';
    const objects = [{ n: 3 }, {}].map((variables) => querySize(parse(text), operationOf(text), variables).objects);
    expect(objects).toEqual([6, 200]);
  });

  it('a subscription is refused as the caller’s fault', async () => {
    const answer = await world.ask('subscription { x }');
    expect([answer.status, codes(answer)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
  });

  it('a short text whose fragments stand for thousands of fields is too long', async () => {
    const layers = Array.from({ length: 4 }, (_, at) => {
      const next = at === 3 ? 'name' : `...F${at + 1}`;
      const copies = Array.from({ length: 8 }, (__, copy) => `c${copy}: issues { firm { ${next} } }`);
      return `fragment F${at} on Firm { ${copies.join(' ')} }`;
    });
    const answer = await world.ask(`{ firm(creditCode: "F1") { ...F0 } } ${layers.join(' ')}`);
    expect(codes(answer)).toEqual(['QUERY_TOO_LONG']);
  });

  it('variables of 4,000 characters pass, and a body of 8 MB; one of a byte more is refused with the limit named', async () => {
    const rest = JSON.stringify({ query: REPORT, variables: { input: { text: '' } } }).length;
    for (const text of ['企'.repeat(4_000), 'x'.repeat(LARGEST_BODY_BYTES - rest)])
      expect((await world.ask(REPORT, { input: { text } })).body.data).toEqual({ submitReport: { text } });
    const answer = await world.ask(REPORT, { input: { text: 'x'.repeat(LARGEST_BODY_BYTES - rest + 1) } });
    expect(codes(answer)).toEqual(['BAD_REQUEST']);
    expect(answer.status).toBe(413);
    expect(answer.body.errors?.[0]?.message).toContain('8388608');
    expect(answer.body.errors?.[0]?.extensions['correlationId']).toBe(answer.headers.get('x-correlation-id'));
  });

  it('a large body is not read of nobody, whether it tells its length or not', async () => {
    const large = JSON.stringify({ query: REPORT, variables: { input: { text: 'x'.repeat(3_000_000) } } });
    const headers = { 'content-type': 'application/json' };
    for (const body of [large, new Blob([large]).stream()]) {
      const answer = await world.send({ method: 'POST', headers, body, duplex: 'half' } as RequestInit);
      expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
    }
  });

  it.each<[string, string, object | undefined, string]>([
    ['invalid syntax', '{ firm(', undefined, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ frim(creditCode: "F1") { name } }', undefined, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'an unknown enum value as a variable',
      'query ($s: IssueStatus) { issues(status: $s) { id } }',
      { s: 'LOST' },
      'BAD_USER_INPUT',
    ],
    ['a variable of the wrong type', REPORT, { input: { text: 'a', count: 'many' } }, 'BAD_USER_INPUT'],
    ['a field of the input that is missing', REPORT, { input: {} }, 'BAD_USER_INPUT'],
    [
      'an instant that is none, as a variable',
      REPORT,
      { input: { text: 'a', receivedAt: 'yesterday' } },
      'BAD_USER_INPUT',
    ],
    [
      'an instant that is none, in the text',
      '{ issues(since: "yesterday") { id } }',
      undefined,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an empty text', '', undefined, 'BAD_REQUEST'],
  ])('%s is the caller’s fault and reaches no service', async (_, query, variables, code) => {
    const before = world.intake.heard.length;
    const answer = await world.ask(query, variables);
    expect(codes(answer)).toEqual([code]);
    expect(answer.status).toBe(400);
    expect(world.intake.heard).toHaveLength(before);
  });

  it('an operation that the document does not have is refused', async () => {
    const body = JSON.stringify({ query: 'query A { firm(creditCode: "F1") { name } }', operationName: 'B' });
    const answer = await world.send({ method: 'POST', headers: world.headers, body });
    expect([codes(answer), answer.status]).toEqual([['OPERATION_RESOLUTION_FAILURE'], 400]);
  });

  it('several operations in one request are refused', async () => {
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    const answer = await world.send({ method: 'POST', headers: world.headers, body });
    expect([codes(answer), answer.status]).toEqual([['BAD_REQUEST'], 400]);
  });

  it('a body that is not JSON is told so', async () => {
    const answer = await world.send({ method: 'POST', headers: world.headers, body: '{' });
    expect([codes(answer), answer.status]).toEqual([['BAD_REQUEST'], 400]);
  });

  it('GraphiQL’s introspection passes for who has a token, and shows no part of the gateway’s inside', async () => {
    const answer = await world.ask(
      getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, inputValueDeprecation: true }),
    );
    expect(codes(answer)).toEqual([]);
    const { types, directives } = (
      answer.body.data as { __schema: { types: { name: string }[]; directives: { name: string }[] } }
    ).__schema;
    const names = [...types, ...directives].map((one) => one.name);
    expect(names).toEqual(expect.arrayContaining(['Firm', 'Task', 'Role']));
    expect(names.filter((name) => /^(join|link|core)__|^_(Any|Entity|Service)$/.test(name))).toEqual([]);
  });

  it('introspection in circles is refused', async () => {
    const circle =
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    expect(codes(await world.ask(circle))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
