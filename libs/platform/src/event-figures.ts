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

interface Watched {
  readonly metrics: Metrics;
  readonly db: Database;
  readonly connection: NatsConnection;
  readonly relay: Relay;
  readonly consumers: readonly EventConsumer[];
}

function watchLog({ metrics, db, relay }: Watched): void {
  const unpublished = 'from event_log where published_at is null';
  metrics.gauge('qft_event_log_unpublished', 'Events committed and not yet in the stream', null, () =>
    one(db, `select count(*) as value ${unpublished}`),
  );
  metrics.gauge('qft_event_log_lag_seconds', 'Age of the oldest event not yet in the stream', null, () =>
    one(db, `select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) as value ${unpublished}`),
  );
  const leads = () => Promise.resolve(relay.leads ? 1 : 0);
  metrics.gauge('qft_relay_leads', '1 on the instance whose relay is active', null, leads);
}

/** The figures of a service's event log, relay and consumers. */
export function watchEvents(watched: Watched): void {
  const { metrics, db, connection, consumers } = watched;
  watchLog(watched);
  metrics.gauge('qft_dead_letters', 'Events set aside and open', null, () =>
    one(db, 'select count(*) as value from dead_letter where ended_at is null'),
  );
  const lagOf = async (consumer: EventConsumer) =>
    [consumer.options.source, await consumerLag(connection, consumer)] as const;
  const lags = async () => Object.fromEntries(await Promise.all(consumers.map(lagOf)));
  metrics.gauge('qft_consumer_lag', 'Events announced and not yet handled, by who announced them', 'source', lags);
}
