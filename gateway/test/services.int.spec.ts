import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { gate } from './subgraphs.ts';
import { codes, startWorld, type World } from './world.ts';

const REPORT = 'mutation ($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }';

describe('services behind the gateway', () => {
  let world: World;
  beforeAll(async () => void (world = await startWorld({ SUBGRAPH_TIMEOUT_MS: '300' })));
  beforeEach(() => {
    world.intake.answerInstead();
    world.taskforce.answerInstead();
    world.held.gate = gate();
  });
  afterAll(() => world.stop());

  it('one firm is put together from two services', async () => {
    const answer = await world.ask('{ firm(creditCode: "F1") { name tasks { title } } }');
    expect(answer.body).toEqual({ data: { firm: { name: '甲公司', tasks: [{ title: 'one' }] } } });
  });

  it('a service that is too slow is named, and what others brought is kept', async () => {
    const answer = await world.ask('{ slow task(id: "T1") { title } }');
    expect(answer.body.data).toEqual({ slow: null, task: { title: 'one' } });
    expect(answer.body.errors).toEqual([
      {
        message: 'intake did not answer in time',
        extensions: { code: 'SERVICE_TIMEOUT', correlationId: answer.headers.get('x-correlation-id') },
      },
    ]);
    expect(answer.status).toBe(200);
  });

  it('an answer that brought nothing has the status of its fault', async () => {
    const answer = await world.ask('{ slow }');
    expect([codes(answer), answer.status]).toEqual([['SERVICE_TIMEOUT'], 504]);
  });

  it('a change is sent once, and a late answer says that its outcome is not known', async () => {
    const before = world.intake.heard.length;
    const answer = await world.ask(REPORT, { input: { text: 'slow' } });
    expect([codes(answer), answer.status]).toEqual([['SERVICE_TIMEOUT'], 504]);
    expect(answer.body.errors?.[0]?.message).toBe(
      'intake did not answer in time; whether the change was made is not known',
    );
    expect(world.intake.heard).toHaveLength(before + 1);
  });

  it('a change whose connection breaks is sent once', async () => {
    world.intake.answerInstead((reply) => reply.raw.destroy());
    const before = world.intake.heard.length;
    const answer = await world.ask(REPORT, { input: { text: 'a' } });
    expect(codes(answer)).toEqual(['SERVICE_UNAVAILABLE']);
    expect(world.intake.heard).toHaveLength(before + 1);
  });

  it.each<[string, number, string, string]>([
    ['an error page', 500, '<html>boom at 10.0.0.7</html>', 'INTERNAL_SERVER_ERROR'],
    ['a page where GraphQL should be', 200, '<html>login</html>', 'INTERNAL_SERVER_ERROR'],
    ['JSON that is no answer', 200, '{"status":"ok"}', 'INTERNAL_SERVER_ERROR'],
    ['a proxy that finds no service', 503, 'no healthy upstream', 'SERVICE_UNAVAILABLE'],
    ['a proxy that waited in vain', 504, 'upstream timeout', 'SERVICE_TIMEOUT'],
    [
      'a service of another release',
      400,
      '{"errors":[{"message":"Cannot query field x","extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}',
      'INTERNAL_SERVER_ERROR',
    ],
    [
      'a service that does not know this gateway',
      403,
      '{"errors":[{"message":"the gateway only","extensions":{"code":"NOT_THE_GATEWAY"}}]}',
      'INTERNAL_SERVER_ERROR',
    ],
  ])('%s becomes an error that shows nothing of the inside', async (_, status, text, code) => {
    world.intake.answerInstead((reply) =>
      reply
        .status(status)
        .type(text.startsWith('{') ? 'application/json' : 'text/html')
        .send(text),
    );
    const answer = await world.ask('{ firm(creditCode: "F1") { name } }');
    expect(codes(answer)).toEqual([code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/html|10\.0\.0\.7|upstream|Cannot query/);
    expect(answer.status).toBeGreaterThanOrEqual(500);
  });

  it('an unexpected error of a service is masked, with the correlation id, and logged', async () => {
    const answer = await world.ask('{ broken }');
    const correlationId = answer.headers.get('x-correlation-id');
    expect(answer.body.errors).toEqual([
      {
        message: 'unexpected error; quote the correlation id',
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
      },
    ]);
    expect(answer.status).toBe(500);
    expect(world.ear.said('unexpected error').at(-1)).toMatchObject({ level: 50, service: 'intake' });
  });

  it('a refusal of a service passes with its code, and is no error of ours', async () => {
    const before = world.ear.said('unexpected error').length;
    const answer = await world.ask('{ forbidden }');
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.body.errors?.[0]?.message).toBe('Query.forbidden is not for OPERATOR');
    expect(answer.status).toBe(200);
    expect(world.ear.said('unexpected error')).toHaveLength(before);
  });

  it('a typed rejection is data', async () => {
    const query = 'mutation { submitReport(input: { text: "" }) { __typename ... on ReportRejection { code field } } }';
    expect((await world.ask(query)).body).toEqual({
      data: { submitReport: { __typename: 'ReportRejection', code: 'FIELD_REQUIRED', field: 'text' } },
    });
  });

  it('null in the place of a field that is never null is an error, not a silence', async () => {
    const answer = await world.ask('{ task(id: "T9") { title firm { name } } }');
    expect(answer.body.data).toEqual({ task: { title: 'one', firm: null } });
    expect(codes(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.body.extensions).toBeUndefined();
  });

  it('the trace of a request goes on into the service and comes back', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const answer = await world.ask('{ firm(creditCode: "F1") { name } }', undefined, {
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    });
    expect(answer.headers.get('x-correlation-id')).toBe(traceId);
    expect(world.intake.heard.at(-1)?.headers['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  });

  it('a service that is down is named, in answers and in readiness', async () => {
    await using lame = await startWorld();
    await lame.taskforce.stop();
    const answer = await lame.ask('{ firm(creditCode: "F1") { name tasks { title } } }');
    expect(answer.body.data).toEqual({ firm: { name: '甲公司', tasks: null } });
    expect(answer.body.errors?.[0]).toMatchObject({
      message: 'taskforce cannot be reached',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    expect((await lame.ask('{ task(id: "T1") { title } }')).status).toBe(503);
    const ready = await fetch(`${lame.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      ready: false,
      dependencies: { intake: 'ok', issuer: 'ok', supergraph: 'ok', taskforce: expect.not.stringMatching('ok') },
    });
  });
});
