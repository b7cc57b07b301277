import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventConsumer } from '@qifutong/messaging/consumer';
import { streamOf } from '@qifutong/messaging/stream';
import type { Job } from './schedule.ts';

/** Whether all that a service has announced until now was handled here, or at least tried; also where it has announced nothing yet. */
export type Hearing = (source: string) => Promise<boolean>;

/** @throws what the bus throws while it cannot be asked */
export function hearingOf(connection: NatsConnection, consumers: readonly EventConsumer[]): Hearing {
  return async (source) => {
    const consumer = consumers.find(({ options }) => options.source === source);
    if (!consumer) throw new TypeError(`nobody listens to ${source}`);
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const asked = manager.consumers.info(streamOf(source), consumer.options.consumer);
    return asked.then(
      // what is tried again for a fault of its own would hold up everything for as long as that takes
      (now) => now.num_pending === 0 && now.num_ack_pending <= now.num_redelivered,
      (cause: unknown) => notYet(cause),
    );
  };
}

function notYet(cause: unknown): boolean {
  if (cause instanceof Error && cause.name === 'StreamNotFoundError') return true;
  if (cause instanceof Error && cause.name === 'ConsumerNotFoundError') return false;
  throw cause;
}

/** A job that judges by what a service says: it waits while there is something unheard, as after a time of being down. */
export function onceHeard(source: string, hearing: Hearing, job: Job): Job {
  return { name: job.name, run: async () => ((await hearing(source)) ? job.run() : null) };
}
