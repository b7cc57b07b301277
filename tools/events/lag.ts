import { streamOf } from '@qifutong/messaging/stream';
import type { DataSource } from 'typeorm';
import type { System } from './system.ts';
import { table } from './table.ts';

interface Backlog {
  readonly unpublished: number;
  readonly oldest: number;
  readonly aside: number;
}

async function backlogOf(source: DataSource): Promise<Backlog> {
  const rows: Backlog[] = await source.query(
    `select count(*)::int as unpublished, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float as oldest,
       (select count(*)::int from dead_letter where ended_at is null) as aside
     from event_log where published_at is null`,
  );
  return rows[0]!;
}

async function consumersOf({ jsm }: System, service: string): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    for await (const one of jsm.consumers.list(streamOf(service))) {
      if (one.config.durable_name)
        rows.push([
          service,
          one.name,
          String(one.num_pending),
          String(one.num_ack_pending),
          String(one.num_redelivered),
        ]);
    }
  } catch (error) {
    if ((error as Error).name !== 'StreamNotFoundError') throw error;
  }
  return rows.toSorted(([, one = ''], [, other = '']) => one.localeCompare(other));
}

/** What is committed and not yet published, published and not yet handled, and set aside. */
export async function lag(system: System): Promise<string> {
  const backlogs = await Promise.all(
    [...system.databases].map(async ([service, source]) => {
      const { unpublished, oldest, aside } = await backlogOf(source);
      return [service, String(unpublished), unpublished === 0 ? '-' : `${oldest.toFixed(1)} s`, String(aside)];
    }),
  );
  const consumers = await Promise.all([...system.databases.keys()].map((service) => consumersOf(system, service)));
  return [
    table(['SERVICE', 'UNPUBLISHED', 'OLDEST', 'SET ASIDE'], backlogs),
    '',
    table(['EVENTS OF', 'CONSUMER', 'NOT DELIVERED', 'IN HAND', 'REDELIVERED'], consumers.flat()),
  ].join('\n');
}
