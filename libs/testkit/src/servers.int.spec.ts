import { afterAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connectNats } from '@qifutong/messaging/connection';
import { freshNats } from './nats.ts';
import { freshSchema } from './schema.ts';
import { messagesOf } from './stream.ts';

const stored = { name: 'testkit', tables: [], migrations: [] };

describe('the schema of a spec', () => {
  it('is its own, and gone when it is dropped', async () => {
    const [one, other] = await Promise.all([freshSchema(stored), freshSchema(stored)]);
    await one.db.source.query(`insert into number_series values ('issue', '2020-02-14', 7)`);
    const seen = await other.db.source.query<unknown[]>('select * from number_series');
    await one.drop();
    const left = await other.db.source.query<unknown[]>('select from pg_namespace where nspname = $1', [one.schema]);
    await other.drop();
    expect({ seen, left }).toEqual({ seen: [], left: [] });
  });
});

describe('the nats-server of a spec', () => {
  const stops: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const stop of stops.toReversed()) await stop();
  });

  it('keeps what it acknowledged when it is killed and started again, on the same port', async () => {
    const nats = await freshNats();
    stops.push(() => nats.stop());
    const before = await connectNats(nats.url, 'spec');
    await (await jetstreamManager(before)).streams.add({ name: 'TESTKIT', subjects: ['county.testkit.>'] });
    await jetstream(before).publish('county.testkit.kept', '{}');
    await before.close();
    await nats.kill();
    await nats.restart();
    const after = await connectNats(nats.url, 'spec');
    stops.push(() => after.close());
    const { state } = await (await jetstreamManager(after)).streams.info('TESTKIT');
    expect({ kept: state.messages, elsewhere: await messagesOf(after, 'nothing') }).toEqual({ kept: 1, elsewhere: [] });
  });
});
