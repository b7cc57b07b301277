import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { cloudEvent, type CloudEvent } from '@qifutong/contracts/cloud-event';
import { streamOf } from '@qifutong/messaging/stream';

export interface Streamed {
  readonly seq: number;
  readonly subject: string;
  readonly event: CloudEvent;
}

/** Everything that the stream of a service holds, in its order; nothing when there is no such stream. */
export async function messagesOf(connection: NatsConnection, service: string): Promise<Streamed[]> {
  const stream = streamOf(service);
  const manager = await jetstreamManager(connection);
  const info = await manager.streams.info(stream).catch(() => undefined);
  if (!info || info.state.messages === 0) return [];
  const consumer = await jetstream(connection).consumers.get(stream);
  const found: Streamed[] = [];
  while (found.length < info.state.messages) {
    const messages = await consumer.fetch({ max_messages: info.state.messages - found.length, expires: 2_000 });
    for await (const message of messages) {
      found.push({ seq: message.seq, subject: message.subject, event: cloudEvent.parse(message.json()) });
    }
  }
  return found;
}
