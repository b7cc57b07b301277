import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { freshNats, type TestNats } from '@qifutong/testkit/nats';
import { connectNats } from './connection.ts';
import { ensureStream } from './stream.ts';

const MEGABYTE = 1024 * 1024;

let nats: TestNats;
let connection: NatsConnection;
let manager: JetStreamManager;

beforeAll(async () => {
  nats = await freshNats();
  connection = await connectNats(nats.url, 'stream-spec');
  manager = await jetstreamManager(connection);
});
afterAll(async () => {
  await connection.close();
  await nats.stop();
});

describe("a service's stream", () => {
  it('is made as asked, keeps what it has, and is bounded by bytes without dropping', async () => {
    await ensureStream(connection, 'intake', { maxBytes: MEGABYTE, replicas: 1 });
    const { config } = await manager.streams.info('INTAKE');
    expect(config).toMatchObject({
      subjects: ['county.intake.>'],
      storage: 'file',
      retention: 'limits',
      discard: 'new',
      max_bytes: MEGABYTE,
      max_age: 400 * 24 * 3_600_000_000_000,
      duplicate_window: 30 * 60_000_000_000,
      deny_delete: true,
      deny_purge: true,
      allow_atomic: true,
      num_replicas: 1,
    });
  });

  it('takes on other limits and keeps its messages', async () => {
    await ensureStream(connection, 'taskforce', { maxBytes: MEGABYTE, replicas: 1 });
    await jetstream(connection).publish('county.taskforce.task.accepted.v1.labour.p00', '{}');
    await ensureStream(connection, 'taskforce', { maxBytes: 2 * MEGABYTE, replicas: 1 });
    const { config, state } = await manager.streams.info('TASKFORCE');
    expect({ maxBytes: config.max_bytes, messages: state.messages }).toEqual({ maxBytes: 2 * MEGABYTE, messages: 1 });
  });

  it('lets nobody delete or purge a message', async () => {
    await ensureStream(connection, 'inspection', { maxBytes: MEGABYTE, replicas: 1 });
    const { seq } = await jetstream(connection).publish('county.inspection.light.changed.v1.none.p00', '{}');
    await expect(manager.streams.deleteMessage('INSPECTION', seq)).rejects.toThrow('message delete not permitted');
    await expect(manager.streams.purge('INSPECTION')).rejects.toThrow('stream purge not permitted');
  });

  it('is refused when the server did not take a setting as it was asked for', async () => {
    const asked = ensureStream(connection, 'canary', { maxBytes: 0, replicas: 0 });
    await expect(asked).rejects.toThrow(new TypeError('nats-server ignored max_bytes, num_replicas of stream CANARY'));
  });

  it('can be made by all services at the same time, with the one that keeps advisories', async () => {
    const services = ['one', 'two', 'three', 'four'];
    await Promise.all(
      services.map((service) => ensureStream(connection, service, { maxBytes: MEGABYTE, replicas: 1 })),
    );
    const names: string[] = [];
    for await (const { config } of manager.streams.list()) names.push(config.name);
    expect(names).toEqual(expect.arrayContaining(['ADVISORY', 'ONE', 'TWO', 'THREE', 'FOUR']));
  });
});
