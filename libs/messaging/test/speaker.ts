import type { NatsConnection } from '@nats-io/transport-node';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { append } from '@qifutong/persistence/append';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import { v7 as uuidv7 } from 'uuid';
import { publisher, type Publish } from '../src/publish.ts';
import { Relay } from '../src/relay.ts';
import { memoryLog } from './memory-log.ts';

const AT = '2020-02-14T08:00:00.000Z';

/** The event with which an issue reaches that version. */
export function reopened(issueId: string, version: number) {
  return issueReopened({
    issueId,
    number: '20200214-0001',
    round: version,
    domain: null,
    callbackId: uuidv7(),
    reopenedAt: AT,
  });
}

export interface Speaker {
  readonly schema: TestSchema;
  /** commits events of one issue: versions `from` to `to` */
  say(issueId: string, from: number, to: number): Promise<void>;
  /** how many rows of the event log there are, with that condition */
  count(condition?: string): Promise<number>;
  /** ids of the events as committed */
  ids(): Promise<string[]>;
  relay(connection: NatsConnection, replaced?: { publish?: Publish; maxBytes?: number; databaseUrl?: string }): Relay;
}

/** A service that announces: its event log, on a schema of its own. */
export async function speaker(): Promise<Speaker> {
  const schema = await freshSchema({ name: 'intake', tables: [], migrations: [] });
  const { source } = schema.db;
  const say = async (issueId: string, from: number, to: number) => {
    const events = Array.from({ length: to - from + 1 }, (_, i) => reopened(issueId, from + i));
    await schema.db.transaction((tx) => append(tx, events, from - 1, new Date(AT)));
  };
  const count = async (condition = 'true') => {
    const rows: { n: number }[] = await source.query(`select count(*)::int as n from event_log where ${condition}`);
    return rows[0]!.n;
  };
  const ids = async () => {
    const rows: { id: string }[] = await source.query('select id from event_log order by event_log.seq');
    return rows.map(({ id }) => id);
  };
  const relay: Speaker['relay'] = (
    connection,
    { publish = publisher(connection), maxBytes = 64 * 1024 * 1024, databaseUrl = schema.url } = {},
  ) =>
    new Relay({
      service: 'intake',
      databaseUrl,
      pgOptions: `-c search_path=${schema.schema}`,
      connection,
      publish,
      limits: { maxBytes, replicas: 1 },
      log: memoryLog().log,
    });
  return { schema, say, count, ids, relay };
}
