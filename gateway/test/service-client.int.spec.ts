import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ServiceClient } from '../src/service-client.ts';
import { gate, intakeResolvers, intakeSdl, startSubgraph } from './subgraphs.ts';

const SLOW = JSON.stringify({ query: '{ slow }' });
const QUICK = JSON.stringify({ query: '{ firm(creditCode: "F1") { name } }' });
const CHANGE = JSON.stringify({ query: 'mutation { submitReport(input: { text: "a" }) { __typename } }' });

describe('connections to a service', () => {
  let held: ReturnType<typeof gate>;
  let service: Awaited<ReturnType<typeof startSubgraph>>;
  let client: ServiceClient;
  beforeEach(async () => {
    held = gate();
    service = await startSubgraph(intakeSdl, intakeResolvers(held.pass));
    client = new ServiceClient({ url: new URL(service.url), timeoutMs: 5_000, connections: 4, gatewayToken: 'x' });
  });
  afterEach(async () => {
    held.open();
    await client.close();
    await service.stop();
  });

  it('the same question of the same viewer that is in hand is asked once', async () => {
    const asked = [
      client.read('one', SLOW),
      client.read('one', SLOW),
      client.read('another', SLOW),
      client.read('one', QUICK),
    ];
    held.open();
    const answers = await Promise.all(asked);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    expect(service.heard).toHaveLength(3);
  });

  it('a question that was answered is asked anew', async () => {
    await client.read('one', QUICK);
    await client.read('one', QUICK);
    expect(service.heard).toHaveLength(2);
  });

  it('a question that follows a change does not share an answer from before it', async () => {
    const before = client.read('one', SLOW);
    await held.reached;
    await client.write('one', CHANGE);
    const after = client.read('one', SLOW);
    held.open();
    await Promise.all([before, after]);
    expect(service.heard.map(({ query }) => query.slice(0, 8))).toEqual(['{ slow }', 'mutation', '{ slow }']);
  });

  it('a change is never shared', async () => {
    await Promise.all([client.write('one', CHANGE), client.write('one', CHANGE)]);
    expect(service.heard).toHaveLength(2);
  });

  it('an answer that drips is not waited for longer than one that does not come', async () => {
    const impatient = new ServiceClient({
      url: new URL(service.url),
      timeoutMs: 300,
      connections: 1,
      gatewayToken: 'x',
    });
    service.answerInstead((reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => reply.raw.write(' '), 20);
      reply.raw.once('close', () => clearInterval(drip));
    });
    const asked = [impatient.read('one', QUICK), impatient.read('another', QUICK)];
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map((one) => (one.status === 'rejected' ? (one.reason as Error).name : one.status))).toEqual([
      'TimeoutError',
      'TimeoutError',
    ]);
    await impatient.close();
  });

  it('a question that failed is asked anew', async () => {
    service.answerInstead((reply) => reply.raw.destroy());
    await expect(client.read('one', QUICK)).rejects.toThrow();
    service.answerInstead();
    expect((await client.read('one', QUICK)).status).toBe(200);
  });
});
