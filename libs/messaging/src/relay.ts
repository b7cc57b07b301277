import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import pg from 'pg';
import type { Log } from './log.ts';
import type { Publish, Row } from './publish.ts';
import { reconcile } from './reconcile.ts';
import { ensureStream, type StreamLimits } from './stream.ts';

const BATCH = 200;
const POLL_MS = 250;
const RETRY_MS = 1_000;
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
 * Carries committed events from the event log to the stream, in order of `seq`, each until it is marked.
 *
 * Every instance of a service has one; an advisory lock, held on the connection that also marks, lets one of them be active.
 */
export class Relay {
  readonly #options: RelayOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;
  #wake = new AbortController();
  leads = false;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
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
      ...(pgOptions ? { options: pgOptions } : {}),
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
    const { connection, service, limits, log } = this.#options;
    while (!this.#stopping && !(await tryLock(client))) await this.#pause(RETRY_MS);
    if (this.#stopping) return;
    await ensureStream(connection, service, limits);
    const { lost, found } = await reconcile(connection, client, service);
    if (lost + found > 0) log.warn({ service, lost, found }, 'the stream differed from the event log; marks corrected');
    await client.query('listen event_log');
    this.leads = true;
    let untilExtend = 0;
    while (!this.#stopping) {
      if (untilExtend <= 0) {
        await client.query('select event_log_extend()');
        untilExtend = EXTEND_EVERY_ROWS;
      }
      this.#wake = new AbortController();
      const relayed = await this.#relayBatch(client);
      untilExtend -= relayed;
      if (relayed === 0) await this.#pause(POLL_MS);
    }
  }

  async #relayBatch(client: pg.Client): Promise<number> {
    const { rows } = await client.query<Row>(
      `select seq, id, subject, event from event_log where published_at is null order by event_log.seq limit ${BATCH}`,
    );
    if (rows.length === 0) return 0;
    const sequences = await this.#options.publish(rows);
    await client.query(
      `update event_log e set published_at = clock_timestamp(), stream_seq = m.stream_seq
       from unnest($1::bigint[], $2::bigint[]) as m (seq, stream_seq) where e.seq = m.seq`,
      [rows.map((row) => row.seq), sequences],
    );
    return rows.length;
  }

  async #pause(timeMs: number): Promise<void> {
    await delay(timeMs, undefined, { signal: AbortSignal.any([this.#stop.signal, this.#wake.signal]) }).catch(() => undefined);
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(
    `select pg_try_advisory_lock(hashtext('event_log_relay'), hashtext(current_schema())) as got`,
  );
  return rows[0]!.got;
}
