import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@qifutong/testkit/eventually';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { announcer, follow, type Followed } from './live.ts';
import { codes, startWorld, type World } from './world.ts';

const TASK = '019c5a00-0000-7000-8000-000000000001';
const OTHER = '019c5a00-0000-7000-8000-000000000002';
const ONE = { query: 'query ($id: ID!) { task(id: $id) { id title } }', variables: { id: TASK } };
// a look soon after what concerns it; the later one comes in no test that does not wait for it
const SETTINGS = { LIVE_EVERY_MS: '200', LIVE_LATER_MS: '60000', LIVE_STREAMS_EACH: '3' };

let nats: TestNats;
let bus: Awaited<ReturnType<typeof announcer>>;
let world: World;
let followed: Followed[] = [];

async function start(settings: Record<string, string> = {}): Promise<World> {
  const started = await startWorld({ ...SETTINGS, NATS_URL: nats.url, ...settings });
  await figure(started, 'qft_live_bus', 1);
  return started;
}

async function figures(of: World): Promise<string> {
  return (await fetch(`${of.url}/metrics`)).text();
}

/** Waits until a figure has a value. */
async function figure(of: World, name: string, value: number): Promise<void> {
  const line = new RegExp(`^${name}[^\\n]* ${value}$`, 'm');
  await eventually(
    async () =>
      (await figures(of))
        .split('\n')
        .filter((one) => one.includes('qft_live'))
        .join('\n'),
    (text) => line.test(text),
  );
}

async function following(request: object, token = world.token, of = world): Promise<Followed> {
  const one = await follow(of.url, token, request);
  followed.push(one);
  return one;
}

beforeAll(async () => {
  nats = await freshNats();
  bus = await announcer(nats.url);
});
afterAll(async () => {
  await bus?.stop();
  await nats?.stop();
});
beforeEach(async () => void (world = await start()));
afterEach(async () => {
  for (const one of followed) one.leave();
  followed = [];
  await world.stop();
});

const titled = (title: string) => ({ data: { task: { id: TASK, title } } });

describe('a query that is followed live', () => {
  it('is answered at once, and again when what it shows has changed', async () => {
    const one = await following(ONE);
    await one.told(1);
    world.told.titles.set(TASK, 'two');
    await bus.say('taskforce', TASK, { taskForce: 'TESTING' });
    await one.told(2);
    expect(one.answers).toEqual([titled('one'), titled('two')]);
    expect([one.status, one.headers['content-type'], one.headers['cache-control']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
    ]);
  });

  it('is told once of a burst, with the last of it', async () => {
    const one = await following(ONE);
    await one.told(1);
    for (let i = 0; i < 50; i++) {
      world.told.titles.set(TASK, `change ${i}`);
      await bus.say('taskforce', TASK, {});
    }
    world.told.titles.set(TASK, 'last');
    await bus.say('taskforce', TASK, {});
    await eventually(
      () => Promise.resolve(one.answers.at(-1)),
      (answer) => JSON.stringify(answer).includes('last'),
    );
    // as slow as a machine may be, far fewer than changes
    expect(one.answers.length).toBeLessThanOrEqual(5);
  });

  it('is not told what it knows: nothing changed, or only the time that is left', async () => {
    const one = await following({ ...ONE, query: ONE.query.replace('title', 'title remaining') });
    await one.told(1);
    await bus.say('taskforce', TASK, {});
    await figure(world, 'qft_live_looks_total\\{outcome="same"', 1);
    world.told.titles.set(TASK, 'two');
    await bus.say('taskforce', TASK, {});
    await one.told(2);
    const [first, second] = one.answers.map(({ data }) => data!['task'] as { title: string; remaining: string });
    expect([first!.title, second!.title, first!.remaining === second!.remaining]).toEqual(['one', 'two', false]);
  });

  it('is concerned by the ids and codes that it asks by, shows, or that are its viewer’s, else only later', async () => {
    const lead = await world.issuer.token({ roles: ['OPERATOR'], task_force: 'TESTING' });
    const [mine, all, shown] = await Promise.all([
      following({ query: '{ tasks { title } }' }, lead),
      following({ query: '{ tasks { title } }' }),
      following({ query: `{ firm(creditCode: "F1") { tasks { id } } task(id: "${TASK}") { title } }` }),
    ]);
    await Promise.all([mine.told(1), all.told(1), shown.told(1)]);
    const before = world.taskforce.heard.length;
    await bus.say('taskforce', OTHER, { taskForce: 'LABOUR' });
    // it asks for everything: whatever that service says concerns it
    await figure(world, 'qft_live_looks_total\\{outcome="same"', 1);
    await bus.say('taskforce', OTHER, { taskForce: 'TESTING' });
    await figure(world, 'qft_live_looks_total\\{outcome="same"', 3);
    await bus.say('intake', 'F1', {});
    await figure(world, 'qft_live_looks_total\\{outcome="same"', 4);
    expect(world.taskforce.heard.length).toBeGreaterThan(before);
  });

  it('is looked at later after anything that happened: what followed from it silently is not lost', async () => {
    await using patient = await start({ LIVE_LATER_MS: '300' });
    const one = await following(ONE, patient.token, patient);
    await one.told(1);
    patient.told.titles.set(TASK, 'two');
    await bus.say('intake', 'somebody else', {});
    await one.told(2);
    expect(one.answers.at(-1)).toEqual(titled('two'));
  });

  it('is answered anew when the bus is back', async () => {
    const one = await following(ONE);
    await one.told(1);
    await nats.kill();
    await figure(world, 'qft_live_bus', 0);
    world.told.titles.set(TASK, 'two');
    await nats.restart();
    await one.told(2);
    expect(one.answers.at(-1)).toEqual(titled('two'));
  }, 30_000);

  it('tells a service’s fault, and goes on', async () => {
    const one = await following(ONE);
    await one.told(1);
    world.taskforce.answerInstead((reply) => reply.status(503).send('away'));
    await bus.say('taskforce', TASK, {});
    await one.told(2);
    expect(one.answers[1]!.errors?.map(({ extensions }) => extensions.code)).toEqual(['SERVICE_UNAVAILABLE']);
    world.taskforce.answerInstead();
    await bus.say('taskforce', TASK, {});
    await one.told(3);
    expect(one.answers[2]).toEqual(titled('one'));
  });
});

describe('who may not', () => {
  it('ask is nobody; nothing is followed', async () => {
    const answer = await follow(world.url, 'rubbish', ONE);
    expect(answer.status).toBe(401);
    await figure(world, 'qft_live_streams', 0);
  });

  it('see it hears of nothing: each look is the viewer’s own', async () => {
    const stranger = await world.issuer.token({ roles: ['FIRM'] });
    world.told.blind.add('FIRM');
    const [seen, unseen] = await Promise.all([following(ONE), following(ONE, stranger)]);
    await Promise.all([seen.told(1), unseen.told(1)]);
    world.told.titles.set(TASK, 'two');
    await bus.say('taskforce', TASK, {});
    await seen.told(2);
    await figure(world, 'qft_live_looks_total\\{outcome="same"', 1);
    expect(unseen.answers).toEqual([{ data: { task: null } }]);
  });

  it('go on once the token expires: the client is told why', async () => {
    const brief = await world.issuer.token({ roles: ['OPERATOR'] }, { expiresAt: Math.floor(Date.now() / 1000) - 3 });
    const one = await following(ONE, brief);
    await one.ended;
    expect(one.answers.at(-1)!.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(one.events.at(-1)).toBe('complete');
    await figure(world, 'qft_live_streams_ended_total\\{reason="expired"', 1);
  });

  it.each([
    ['a change', 'mutation { submitReport(input: { text: "x" }) { __typename } }', 'OPERATION_RESOLUTION_FAILURE'],
    ['what is not valid', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'what is too deep',
      `{ firm(creditCode: "F1") { ${'issues { firm { '.repeat(5)} name ${'} }'.repeat(5)} } }`,
      'QUERY_TOO_DEEP',
    ],
  ])('%s is refused as an event, and that is the last', async (_, query, code) => {
    const one = await following({ query });
    await one.ended;
    expect(one.answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([code]);
    expect(one.events).toEqual(['next', 'complete']);
    expect(world.intake.heard.filter((heard) => heard.query.includes('submitReport'))).toEqual([]);
  });

  it.each([
    ['without Accept', { accept: 'application/json' }, JSON.stringify(ONE), 400],
    ['with variables that are none', {}, JSON.stringify({ ...ONE, variables: 'x' }), 400],
    ['that is not JSON', {}, '{', 400],
  ])('a request %s is refused', async (_, more, body, status) => {
    const headers = { ...world.headers, accept: 'text/event-stream', ...more };
    const answer = await world.send({ method: 'POST', headers, body }, '/graphql/stream');
    expect([answer.status, codes(answer)]).toEqual([status, ['BAD_REQUEST']]);
  });
});

describe('live queries are bounded', () => {
  const refused = async (token: string) => {
    const headers = { ...world.headers, authorization: `Bearer ${token}`, accept: 'text/event-stream' };
    const answer = await world.send({ method: 'POST', headers, body: JSON.stringify(ONE) }, '/graphql/stream');
    return [answer.status, codes(answer)];
  };

  it('one person follows so many, and one more when one is left', async () => {
    const mine = await Promise.all([following(ONE), following(ONE), following(ONE)]);
    expect(await refused(world.token)).toEqual([429, ['TOO_MANY_STREAMS']]);
    mine[0].leave();
    await figure(world, 'qft_live_streams', 2);
    expect((await following(ONE)).status).toBe(200);
  });

  it('without a bus nothing is followed', async () => {
    await using deaf = await startWorld();
    const answer = await deaf.send(
      { method: 'POST', headers: { ...deaf.headers, accept: 'text/event-stream' }, body: JSON.stringify(ONE) },
      '/graphql/stream',
    );
    expect([answer.status, codes(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
  });

  it('life is shown by comments', async () => {
    await using lively = await start({ LIVE_HEARTBEAT_MS: '20' });
    const one = await following(ONE, lively.token, lively);
    await one.heard(':', 3);
    expect(one.answers).toHaveLength(1);
  });

  it('a client that takes nothing is dropped', async () => {
    await using strict = await start({ LIVE_HEARTBEAT_MS: '30', LIVE_EVERY_MS: '20' });
    const one = await follow(strict.url, strict.token, ONE, { reads: false });
    followed.push(one);
    // more than what the sockets of both sides hold
    const large = (n: number) => `${n}${'x'.repeat(8_000_000)}`;
    for (let i = 0; i < 3; i++) {
      strict.told.titles.set(TASK, large(i));
      await bus.say('taskforce', TASK, {});
    }
    await figure(strict, 'qft_live_streams_ended_total\\{reason="slow"', 1);
    await figure(strict, 'qft_live_streams', 0);
  });

  it('a gateway that stops ends them without a last word, so that clients ask again elsewhere', async () => {
    const one = await following(ONE);
    await one.told(1);
    await world.gateway.stop();
    await one.ended;
    expect(one.events).toEqual(['next']);
    expect(world.ear.said('did not stop in time')).toEqual([]);
  });

  it('a gateway that stops does not wait for a client that takes nothing', async () => {
    await using hasty = await start({ SHUTDOWN_GRACE_MS: '1500', LIVE_EVERY_MS: '20' });
    followed.push(await follow(hasty.url, hasty.token, ONE, { reads: false }));
    await figure(hasty, 'qft_live_looks_total\\{outcome="sent"', 1);
    hasty.told.titles.set(TASK, 'x'.repeat(24_000_000));
    await bus.say('taskforce', TASK, {});
    await figure(hasty, 'qft_live_looks_total\\{outcome="sent"', 2);
    await hasty.gateway.stop();
    expect(hasty.ear.said('did not stop in time')).toEqual([]);
  });
});
