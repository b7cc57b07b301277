import { jetstreamManager, type ConsumerInfo } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventConsumer } from '@qifutong/messaging/consumer';
import { streamOf } from '@qifutong/messaging/stream';
import type { Job } from './schedule.ts';

/** Whether all that a service has announced until now was handled here, or at least tried; also where it has announced nothing yet. */
export type Hearing = (source: string) => Promise<boolean>;

/** How far a consumer is, as the server tells it. */
type Progress = Pick<ConsumerInfo, 'num_pending' | 'num_ack_pending' | 'num_redelivered'> & {
  readonly ack_floor: Pick<ConsumerInfo['ack_floor'], 'stream_seq'>;
};

/** what waits behind others that are slow is sent again, too; only what fails by itself stays the oldest for so long */
const STUCK_MS = 5_000;

/**
 * Judges one consumer, look by look: whether all that there is was handled, but for what is tried again for a fault of its own,
 * which would hold up everything for as long as that takes.
 * @param now milliseconds of a clock that nobody sets back
 */
export function judge(now: () => number = () => performance.now()): (progress: Progress) => boolean {
  let oldest: { readonly before: number; readonly since: number } | null = null;
  return ({ num_pending, num_ack_pending, num_redelivered, ack_floor: { stream_seq: before } }) => {
    if (num_ack_pending === 0) oldest = null;
    else if (oldest?.before !== before) oldest = { before, since: now() };
    if (num_pending > 0) return false;
    return oldest === null || (num_ack_pending <= num_redelivered && now() - oldest.since >= STUCK_MS);
  };
}

/** @throws what the bus throws while it cannot be asked */
export function hearingOf(connection: NatsConnection, consumers: readonly EventConsumer[]): Hearing {
  const heard = new Map(consumers.map((consumer) => [consumer.options.source, { consumer, judged: judge() }]));
  return async (source) => {
    const known = heard.get(source);
    if (!known) throw new TypeError(`nobody listens to ${source}`);
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const asked = manager.consumers.info(streamOf(source), known.consumer.options.consumer);
    return asked.then(known.judged, (cause: unknown) => notYet(cause));
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
