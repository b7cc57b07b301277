import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { rounded } from '../statistics.ts';

const LIMIT_MS = 120_000;

interface Measured {
  readonly count: string;
  readonly distinct: string;
  readonly all: string;
  readonly p50: string;
  readonly p99: string;
}

/** A table of what was written, one row for each deadline, its key and the deadline. */
export interface Written {
  readonly table: 'urging_notice' | 'notice';
  readonly key: 'task_id' | 'job_id';
}

/** Waits until so many rows of deadlines since then are committed. @throws TypeError when it takes too long */
async function untilWritten(client: pg.Client, { table }: Written, since: Date, count: number): Promise<void> {
  for (const end = since.getTime() + LIMIT_MS; ;) {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where due_at >= $1`, [
      since,
    ]);
    if (rows[0]!.n >= count) return;
    if (Date.now() > end) throw new TypeError(`${rows[0]!.n} of ${count} were written in ${LIMIT_MS} ms`);
    await pause(100);
  }
}

/** How late each was committed, by the commit's own timestamp. */
export async function lateness(client: pg.Client, written: Written, since: Date, count: number) {
  await untilWritten(client, written, since, count);
  const { table, key } = written;
  const late = 'extract(epoch from pg_xact_commit_timestamp(xmin) - due_at) * 1000';
  const { rows } = await client.query<Measured>(
    `select count(*) as count, count(distinct ${key}) as distinct, extract(epoch from max(pg_xact_commit_timestamp(xmin)) - $1) as all,
       percentile_cont(0.5) within group (order by ${late}) as p50, percentile_cont(0.99) within group (order by ${late}) as p99
     from ${table} where due_at >= $1`,
    [since],
  );
  const { count: n, distinct, all, p50, p99 } = rows[0]!;
  return {
    value: rounded(Number(all), 2),
    unit: 's from the first deadline to the last commit',
    lateP50Ms: rounded(Number(p50), 0),
    lateP99Ms: rounded(Number(p99), 0),
    written: Number(n),
    twice: Number(n) - Number(distinct),
  };
}
