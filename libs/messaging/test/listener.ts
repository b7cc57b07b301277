import type { NatsConnection } from '@nats-io/transport-node';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import { freshSchema, type TestSchema } from '@qifutong/testkit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EventConsumer, type ConsumerOptions } from '../src/consumer.ts';
import type { Delivery } from '../src/deliver.ts';
import type { Handler } from '../src/handler.ts';
import { memoryLog } from './memory-log.ts';

/** Effects without a unique key: one that is done twice shows. */
class Effects1700000000001 implements MigrationInterface {
  name = 'Effects1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table effect (id bigint generated always as identity, aggregate_id text not null, version int not null)',
    );
  }

  async down(): Promise<void> {
    await Promise.reject(new TypeError('migrations go forward only'));
  }
}

export interface Listener extends Delivery {
  readonly schema: TestSchema;
  readonly lines: readonly string[];
  /** asked before each effect; may throw, or wait */
  before: (event: CloudEvent) => void | Promise<void>;
  /** the versions handled of one issue, in the order of their effects */
  effects(issueId: string): Promise<number[]>;
  /** what is set aside, or was: version, reason and how it ended, in order of versions */
  letters(issueId: string): Promise<string[]>;
  /** an instance of it, not yet started */
  instance(connection: NatsConnection, replaced?: Partial<ConsumerOptions>): EventConsumer;
}

/** A service that hears of issues: its inbox and its effects, on a schema of its own. */
export async function listener(): Promise<Listener> {
  const schema = await freshSchema({ name: 'taskforce', tables: [], migrations: [Effects1700000000001] });
  const { db } = schema;
  const { log, lines } = memoryLog();
  const handler: Handler<typeof issueReopened> = {
    event: issueReopened,
    handle: async (tx, data, event) => {
      await tx.manager.query('insert into effect (aggregate_id, version) values ($1, $2)', [
        data.issueId,
        Number(event.sequence),
      ]);
      await made.before(event);
    },
  };
  const delivery: Delivery = { consumer: 'listener', db, handlers: [handler], log };
  const made: Listener = {
    ...delivery,
    schema,
    lines,
    before: () => undefined,
    effects: async (issueId) => {
      const rows: { version: number }[] = await db.source.query(
        'select version from effect where aggregate_id = $1 order by effect.id',
        [issueId],
      );
      return rows.map(({ version }) => version);
    },
    letters: async (issueId) => {
      const rows: { said: string }[] = await db.source.query(
        `select concat_ws(' ', version, reason, ended_as) as said from dead_letter where aggregate_id = $1 order by version`,
        [issueId],
      );
      return rows.map(({ said }) => said);
    },
    instance: (connection, replaced = {}) =>
      new EventConsumer({ ...delivery, source: 'intake', connection, ...replaced }),
  };
  return made;
}
