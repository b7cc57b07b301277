import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { cloudEvent } from '@qifutong/contracts/cloud-event';
import { bodyOf } from './body.ts';
import { setAside } from './dead-letter.ts';
import type { Delivery } from './deliver.ts';
import { streamOf } from './stream.ts';

interface Watched extends Delivery {
  readonly source: string;
  readonly connection: NatsConnection;
}

/**
 * Sets aside the events whose deliveries were used up without an answer: they crash who handles them.
 * Runs until the signal is given.
 */
export async function watchAdvisories(watched: Watched, signal: AbortSignal): Promise<void> {
  const { connection, source, consumer } = watched;
  const manager = await jetstreamManager(connection);
  const name = `advisory-${consumer}-${source}`;
  await manager.consumers.add('ADVISORY', {
    durable_name: name,
    filter_subject: `$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.${streamOf(source)}.${consumer}`,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
  });
  const messages = await (
    await jetstream(connection).consumers.get('ADVISORY', name)
  ).consume({ abort_on_missing_resource: true });
  signal.addEventListener('abort', () => messages.stop(), { once: true });
  if (signal.aborted) messages.stop();
  for await (const message of messages) {
    const { stream_seq: seq } = message.json<{ stream_seq: number }>();
    const lost = await manager.streams.getMessage(streamOf(source), { seq });
    const event = lost && cloudEvent.safeParse(bodyOf(lost)).data;
    const error = 'every delivery ended without an answer';
    if (event) await setAside(watched.db.source.manager, consumer, event, { reason: 'DELIVERIES_USED_UP', error });
    else watched.log.warn({ consumer, source, seq }, 'deliveries of something that is no event were used up');
    message.ack();
  }
}
