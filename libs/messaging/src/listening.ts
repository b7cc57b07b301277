import { setTimeout as delay } from 'node:timers/promises';
import { cloudEvent } from '@qifutong/contracts/cloud-event';
import type { NatsConnection } from '@nats-io/transport-node';
import { bodyOf } from './body.ts';
import { connectNats } from './connection.ts';
import type { Log } from './log.ts';

/** What was announced, as far as it tells whom it concerns. */
export interface Heard {
  /** that announced it */
  readonly service: string;
  /** the id of its aggregate, and every text of its data: ids, codes, kinds */
  readonly words: readonly string[];
}

export interface ListeningOptions {
  readonly url: string;
  /** who listens, as the server shows it */
  readonly name: string;
  readonly log: Log;
  readonly heard: (event: Heard) => void;
  /** it may have missed something: the bus is there for the first time, or again */
  readonly missed: () => void;
}

const RETRY_MS = 1_000;
const EVERYTHING = 'county.>';

function read(body: unknown): Heard | undefined {
  const { data: event } = cloudEvent.safeParse(body);
  if (!event) return undefined;
  const texts = Object.values(event.data).filter((value) => typeof value === 'string');
  return { service: event.source.split('/')[2]!, words: [event.subject, ...texts] };
}

/**
 * Hears what all services announce from now on, and keeps nothing: for those who can look anew when they missed something. What
 * must be heard once and for all is the EventConsumer's.
 */
export class Listening {
  readonly #options: ListeningOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #connection: NatsConnection | undefined;
  connected = false;

  constructor(options: ListeningOptions) {
    this.#options = options;
  }

  /** Returns at once; the bus may come later. */
  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#connection?.close();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { url, name, log } = this.#options;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        this.#connection = await connectNats(url, name);
        if (signal.aborted) await this.#connection.close();
        else await this.#listen(this.#connection);
      } catch (cause) {
        log.warn({ err: cause }, 'the bus cannot be reached');
      }
      this.connected = false;
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #listen(connection: NatsConnection): Promise<void> {
    connection.subscribe(EVERYTHING, {
      callback: (_, message) => {
        const event = read(bodyOf(message));
        if (event) this.#options.heard(event);
      },
    });
    // it has the subscription once it has answered what was sent after it
    await connection.flush();
    this.#isThere();
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') this.connected = false;
      if (type === 'reconnect') this.#isThere();
    }
  }

  #isThere(): void {
    this.connected = true;
    this.#options.missed();
  }
}
