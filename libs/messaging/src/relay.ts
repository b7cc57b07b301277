import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { BEGINNING, type Head } from '@qifutong/persistence/chain';
import pg from 'pg';
import type { Log } from './log.ts';
import { headOf, linkBacklog, mark, unmarked } from './mark.ts';
import type { Publish } from './publish.ts';
import { reconcile } from './reconcile.ts';
import { ensureStream, type StreamLimits } from './stream.ts';

const BATCH = 200;
const POLL_MS = 250;
const RETRY_MS = 1_000;
// a host that vanished must not hold the lock for the hours that TCP would give it
const KEEPALIVES = '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3';
const EXTEND_EVERY_ROWS = 100_000;

export interface RelayOptions {
  readonly service: string;
  readonly databaseUrl: string;
  /** `-c search_path=…` for a schema of its own */
  readonly pgOptions?: string;
  readonly connection: NatsConnection;
  readonly publish: Publish;
  readonly limits: StreamLimits;
  readonly log: Log;
}

/**
 * Carries committed events from the event log to the stream, in order of `seq`, each until it is marked, and links each to the
 * chain of the trail when it marks it.
 *
 * Every instance of a service has one; an advisory lock, held on the connection that also marks, lets one of them be active.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #wake = new AbortController();
  /** the last place in the stream that is known to be taken by an event of ours */
  #reached = 0;
  #doubtful = false;
  /** the end of the chain as it is stored: nobody else links */
  #head: Head = BEGINNING;
  /** there may be rows in the stream that are not in the chain */
  #behind = true;
  leads = false;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** There is something to relay. @returns false when another instance's relay is the active one */
  wake(): boolean {
    if (this.leads) this.#wake.abort();
    return this.leads;
  }

  /** Finishes the batch in hand and gives the lock back. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake.abort();
    await this.#running;
  }

  get #stopping(): boolean {
    return this.#stop.signal.aborted;
  }

  async #run(): Promise<void> {
    const { log, service } = this.#options;
    while (!this.#stopping) {
      try {
        await this.#connected((client) => this.#lead(client));
      } catch (cause) {
        if (!this.#stopping) log.warn({ err: cause, service }, 'relay interrupted; trying again');
        await this.#pause(RETRY_MS);
      }
    }
  }

  async #connected(work: (client: pg.Client) => Promise<void>): Promise<void> {
    const { databaseUrl, pgOptions, service } = this.#options;
    const client = new pg.Client({
      connectionString: databaseUrl,
      application_name: `${service}-relay`,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 5_000,
      query_timeout: 30_000,
      options: `${KEEPALIVES} ${pgOptions ?? ''}`,
    });
    client.on('error', () => this.#wake.abort());
    client.on('notification', () => this.#wake.abort());
    try {
      await client.connect();
      await work(client);
    } finally {
      this.leads = false;
      await client.end().catch(() => undefined);
    }
  }

  async #lead(client: pg.Client): Promise<void> {
    while (!this.#stopping && !(await tryLock(client))) await this.#pause(RETRY_MS);
    await client.query('listen event_log');
    while (!this.#stopping) {
      const session = this.#session();
      await this.#agree(client);
      this.leads = true;
      await this.#relay(client, session);
    }
  }

  /** Another one after each reconnect: in between the stream may have lost what was acknowledged. */
  #session(): string {
    const { info } = this.#options.connection;
    return `${info?.server_id} ${info?.client_id}`;
  }

  async #agree(client: pg.Client): Promise<void> {
    const { connection, service, limits, log } = this.#options;
    await ensureStream(connection, service, limits);
    const { lost, found, reached } = await reconcile(connection, client, service, this.#doubtful);
    if (lost + found > 0) log.warn({ service, lost, found }, 'the stream differed from the event log; marks corrected');
    this.#reached = reached;
    this.#head = await headOf(client);
    this.#behind = true;
    this.#doubtful = false;
  }

  async #relay(client: pg.Client, session: string): Promise<void> {
    let untilExtend = 0;
    while (!this.#stopping && this.#session() === session) {
      if (untilExtend <= 0) {
        await client.query('select event_log_extend()');
        untilExtend = EXTEND_EVERY_ROWS;
      }
      this.#wake = new AbortController();
      const relayed = await this.#relayBatch(client);
      untilExtend -= relayed;
      // what is new goes first
      if (relayed === 0 && this.#behind) await this.#linkBacklog(client);
      else if (relayed === 0) await this.#pause(POLL_MS, this.#wake.signal);
    }
  }

  async #relayBatch(client: pg.Client): Promise<number> {
    const rows = await unmarked(client, BATCH);
    if (rows.length === 0) return 0;
    const sequences = await this.#options.publish(rows);
    this.#advance(sequences);
    this.#head = await mark(client, rows, sequences, this.#head);
    return rows.length;
  }

  async #linkBacklog(client: pg.Client): Promise<void> {
    const { link: before } = this.#head;
    this.#head = await linkBacklog(client, this.#head);
    this.#behind = this.#head.link > before;
  }

  /** @throws TypeError when the stream answers with places that it had given to others before: it lost them */
  #advance(sequences: readonly number[]): void {
    this.#doubtful = sequences.some((seq) => seq <= this.#reached);
    if (this.#doubtful) throw new TypeError('the stream went back behind what was marked as published');
    this.#reached = Math.max(this.#reached, ...sequences);
  }

  async #pause(timeMs: number, ...wake: AbortSignal[]): Promise<void> {
    await delay(timeMs, undefined, { signal: AbortSignal.any([this.#stop.signal, ...wake]) }).catch(() => undefined);
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    `select pg_try_advisory_lock(hashtext('event_log_relay'), hashtext(current_schema())) as got`,
  );
  return rows[0]!.got;
}
