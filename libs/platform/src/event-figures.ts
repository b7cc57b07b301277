import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventConsumer } from '@qifutong/messaging/consumer';
import type { Relay } from '@qifutong/messaging/relay';
import { streamOf } from '@qifutong/messaging/stream';
import type { Database } from '@qifutong/persistence/database';
import type { Metrics } from './metrics.ts';

async function one(db: Database, sql: string): Promise<number> {
  const rows: { value: string }[] = await db.source.query(sql);
  return Number(rows[0]?.value);
}

async function consumerLag(connection: NatsConnection, consumer: EventConsumer): Promise<number> {
  const manager = await jetstreamManager(connection, { checkAPI: false });
  const info = await manager.consumers.info(streamOf(consumer.options.source), consumer.options.consumer);
  return info.num_pending + info.num_ack_pending;
}

/** The figures of a service's event log, relay and consumers. */
export function watchEvents(
  metrics: Metrics,
  db: Database,
  connection: NatsConnection,
  relay: Relay,
  consumers: readonly EventConsumer[],
): void {
  const unpublished = 'from event_log where published_at is null';
  metrics.gauge('qft_event_log_unpublished', 'Events committed and not yet in the stream', null, () => one(db, `select count(*) as value ${unpublished}`));
  metrics.gauge('qft_event_log_lag_seconds', 'Age of the oldest event not yet in the stream', null, () =>
    one(db, `select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) as value ${unpublished}`),
  );
  metrics.gauge('qft_relay_leads', '1 on the instance whose relay is active', null, () => Promise.resolve(relay.leads ? 1 : 0));
  metrics.gauge('qft_dead_letters', 'Events set aside and open', null, () =>
    one(db, 'select count(*) as value from dead_letter where ended_at is null'),
  );
  metrics.gauge('qft_consumer_lag', 'Events announced and not yet handled, by the service that announced them', 'source', async () => {
    const lags = await Promise.all(consumers.map(async (consumer) => [consumer.options.source, await consumerLag(connection, consumer)] as const));
    return Object.fromEntries(lags);
  });
}
