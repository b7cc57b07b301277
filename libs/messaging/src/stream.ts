import {
  DiscardPolicy,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export interface StreamLimits {
  readonly maxBytes: number;
  readonly replicas: number;
}

/** The stream that carries the events of a service, e.g. INTAKE. */
export function streamOf(service: string): string {
  return service.toUpperCase();
}

function streamConfig(service: string, limits: StreamLimits) {
  return {
    name: streamOf(service),
    subjects: [`county.${service}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    // a full stream stops the relay; it never drops what was said
    discard: DiscardPolicy.New,
    max_bytes: limits.maxBytes,
    max_age: nanos(400 * DAY_MS),
    duplicate_window: nanos(30 * MINUTE_MS),
    deny_delete: true,
    deny_purge: true,
    allow_direct: true,
    allow_atomic: true,
    num_replicas: limits.replicas,
  };
}

/** Deliveries that ended without an acknowledgement: crash loops are found here. */
const advisory = {
  name: 'ADVISORY',
  subjects: ['$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>', '$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.>'],
  storage: StorageType.File,
  max_bytes: 64 * 1024 * 1024,
  max_age: nanos(30 * DAY_MS),
};

async function ensure(
  manager: JetStreamManager,
  config: ReturnType<typeof streamConfig> | typeof advisory,
): Promise<void> {
  const exists = await manager.streams.info(config.name).then(
    () => true,
    () => false,
  );
  const info = exists ? await manager.streams.update(config.name, config) : await manager.streams.add(config);
  const lost = Object.entries(config).filter(
    ([key, value]) => !same(info.config[key as keyof typeof info.config], value),
  );
  if (lost.length > 0)
    throw new TypeError(`nats-server ignored ${lost.map(([key]) => key).join(', ')} of stream ${config.name}`);
}

function same(got: unknown, wanted: unknown): boolean {
  return JSON.stringify(got) === JSON.stringify(wanted);
}

/**
 * Creates or updates the stream of a service, and compares what the server says it has with what was asked.
 * @throws TypeError naming the settings that the server ignored
 */
export async function ensureStream(connection: NatsConnection, service: string, limits: StreamLimits): Promise<void> {
  const manager = await jetstreamManager(connection);
  await ensure(manager, advisory);
  await ensure(manager, streamConfig(service, limits));
}
