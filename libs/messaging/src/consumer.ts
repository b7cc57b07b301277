import { setTimeout as delay } from 'node:timers/promises';
import {
  AckPolicy,
  DeliverPolicy,
  jetstream,
  jetstreamManager,
  type ConsumerMessages,
  type JsMsg,
} from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { Database } from '@qifutong/persistence/database';
import { watchAdvisories } from './advisory.ts';
import { bodyOf } from './body.ts';
import { deliver, MAX_DELIVERIES, type Disposal } from './deliver.ts';
import type { Handler } from './handler.ts';
import type { Log } from './log.ts';
import { retryRequested } from './retry.ts';
import { streamOf } from './stream.ts';

const BACKOFF_MS = [1_000, 5_000, 30_000, 120_000, 600_000];
// an event overtaken by its successor is usually milliseconds away
const EARLY_MS = [50, 200, 1_000, 5_000, 30_000, 120_000, 600_000];
const IN_HAND = 20;
const RETRY_MS = 1_000;

export interface ConsumerOptions {
  /** who listens: the durable consumer's name */
  readonly consumer: string;
  /** the service listened to */
  readonly source: string;
  readonly connection: NatsConnection;
  readonly db: Database;
  readonly handlers: readonly Handler[];
  readonly log: Log;
  /** how a message is disposed of, once its effect is committed; tests put a fault here */
  readonly dispose?: (message: JsMsg, disposal: Disposal) => Promise<void>;
}

/** Hears the events of one service, each exactly once in effect and in order per aggregate. */
export class EventConsumer {
  readonly options: ConsumerOptions;
  readonly #stop = new AbortController();
  #running: Promise<unknown> | undefined;
  #messages: ConsumerMessages | undefined;

  constructor(options: ConsumerOptions) {
    this.options = options;
  }

  start(): void {
    const { signal } = this.#stop;
    this.#running = Promise.all([
      this.#repeat('consumer', () => this.#consume()),
      this.#repeat('advisories', () => watchAdvisories(this.options, signal)),
      this.#repeat('retries', () => this.#retry()),
    ]);
  }

  /** Finishes the event in hand; those not begun go back to the server. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#messages?.stop();
    await this.#running;
  }

  async #repeat(what: string, work: () => Promise<void>): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await work().catch((cause: unknown) => this.#interrupted(what, cause));
      await this.#pause(RETRY_MS);
    }
  }

  #interrupted(what: string, cause: unknown): void {
    const { log, consumer, source } = this.options;
    if (this.#stop.signal.aborted) return;
    // its owner has not made it yet, or is about to make it again
    if (cause instanceof Error && cause.name === 'StreamNotFoundError')
      log.info({ what, consumer, source }, 'waiting for the stream');
    else log.warn({ err: cause, what, consumer, source }, 'listening interrupted');
  }

  async #consume(): Promise<void> {
    const { connection, source, consumer } = this.options;
    await ensureConsumer(connection, source, consumer);
    const bound = await jetstream(connection).consumers.get(streamOf(source), consumer);
    this.#messages = await bound.consume({ max_messages: IN_HAND, abort_on_missing_resource: true });
    if (this.#stop.signal.aborted) this.#messages.stop();
    for await (const message of this.#messages) {
      if (this.#stop.signal.aborted) message.nak();
      else await this.#take(message);
    }
  }

  async #take(message: JsMsg): Promise<void> {
    const disposal = await deliver(this.options, bodyOf(message), message.info.deliveryCount);
    await (this.options.dispose ?? dispose)(message, disposal);
  }

  async #retry(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const again = await retryRequested(this.options);
      if (!again) await this.#pause(RETRY_MS);
    }
  }

  async #pause(timeMs: number): Promise<void> {
    await delay(timeMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}

/** Tells the server what became of a message. */
export async function dispose(message: JsMsg, disposal: Disposal): Promise<void> {
  const attempt = message.info.deliveryCount - 1;
  if (disposal === 'HANDLED') await message.ackAck();
  else if (disposal === 'SET_ASIDE') message.term('set aside');
  else if (disposal === 'EARLY') message.nak(EARLY_MS[Math.min(attempt, EARLY_MS.length - 1)]);
  else message.nak(BACKOFF_MS[Math.min(attempt, BACKOFF_MS.length - 1)]);
}

/** Creates the durable pull consumer, or gives it the settings of this release; it stays where it is. */
export async function ensureConsumer(connection: NatsConnection, source: string, consumer: string): Promise<void> {
  const { consumers } = await jetstreamManager(connection);
  const stream = streamOf(source);
  const settings = {
    filter_subject: `county.${source}.>`,
    backoff: BACKOFF_MS.map((timeMs) => nanos(timeMs)),
    max_deliver: MAX_DELIVERIES,
    max_ack_pending: 1_000,
  };
  const exists = await consumers.info(stream, consumer).then(
    () => true,
    (cause: unknown) => (isNotThere(cause) ? false : Promise.reject(cause)),
  );
  if (exists) await consumers.update(stream, consumer, settings);
  else
    await consumers.add(stream, {
      ...settings,
      durable_name: consumer,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
    });
}

function isNotThere(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'ConsumerNotFoundError';
}
