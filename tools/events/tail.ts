import { DeliverPolicy, jetstream } from '@nats-io/jetstream';
import { streamOf } from '@qifutong/messaging/stream';
import type { System } from './system.ts';

interface Tail {
  readonly services: readonly string[];
  /** events from then on; without it, those to come */
  readonly from: Date | null;
  /** told of every event, as one line of JSON */
  readonly print: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Follows the streams of the services until the signal is given. */
export async function tail({ nats }: System, { services, from, print, signal }: Tail): Promise<void> {
  const start = from ? { opt_start_time: from.toISOString() } : { deliver_policy: DeliverPolicy.New };
  await Promise.all(
    services.map(async (service) => {
      const consumer = await jetstream(nats).consumers.get(streamOf(service), start);
      const messages = await consumer.consume();
      signal.addEventListener('abort', () => messages.stop(), { once: true });
      if (signal.aborted) messages.stop();
      for await (const message of messages) print(JSON.stringify(message.json()));
    }),
  );
}
