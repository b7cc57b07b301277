import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Surroundings } from '../scale/surroundings.ts';
import { connected, emptyDatabase } from './board.ts';
import { lateness } from './lateness.ts';
import type { PeerOrder } from './peer.ts';
import { running, type Running } from '../processes.ts';

const CHUNK = 10_000;
const DAY_MS = 86_400_000;
const queue = 'deadline';

interface Timers {
  readonly all: number;
  readonly due: number;
  readonly dueInS: number;
  readonly instances: readonly number[];
  readonly batchSize: number;
}

/** Timers from the day after tomorrow on, as many as there are clocks. */
async function hold(boss: PgBoss, count: number): Promise<void> {
  const from = Date.now() + 2 * DAY_MS;
  for (let made = 0; made < count; made += CHUNK) {
    const jobs = Array.from({ length: Math.min(CHUNK, count - made) }, (_, i) => {
      const startAfter = new Date(from + ((made + i) / count) * 30 * DAY_MS);
      return { data: { dueAt: startAfter.toISOString() }, startAfter };
    });
    await boss.insert(queue, jobs);
  }
}

async function fallDue(boss: PgBoss, client: pg.Client, { due, dueInS }: Timers): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>(
    `select date_trunc('second', clock_timestamp()) + make_interval(secs => $1) as at`,
    [dueInS],
  );
  const { at } = rows[0]!;
  const jobs = Array.from({ length: due }, (_, i) => {
    const startAfter = new Date(at.getTime() + Math.floor((i * 1_000) / due));
    return { data: { dueAt: startAfter.toISOString() }, startAfter };
  });
  await boss.insert(queue, jobs);
  return at;
}

/** The same timers in pg-boss: what it takes until a notice is written for each, in the transaction of its job. */
export async function peers({ superuserUrl }: Surroundings, timers: Timers) {
  const databaseUrl = await emptyDatabase(superuserUrl, 'pgboss');
  const client = await connected(databaseUrl);
  await client.query('create table notice (job_id uuid not null, due_at timestamptz not null)');
  const boss = new PgBoss({ connectionString: databaseUrl, schedule: false, supervise: false });
  await boss.start();
  await boss.createQueue(queue);
  await hold(boss, timers.all);
  await client.query('vacuum (analyze)');
  const measured: Record<string, string | number>[] = [];
  const workers: Running[] = [];
  try {
    for (const instances of timers.instances) {
      const order: PeerOrder = { databaseUrl, queue, batchSize: timers.batchSize };
      while (workers.length < instances) workers.push(await running('deadlines/peer.ts', order));
      const since = await fallDue(boss, client, timers);
      const late = await lateness(client, { table: 'notice', key: 'job_id' }, since, timers.due);
      measured.push({ what: `pg-boss, one line for each, ${instances} instance${instances > 1 ? 's' : ''}`, ...late });
    }
  } finally {
    await Promise.all(workers.map((one) => one.stop()));
    await boss.stop({ graceful: false });
    await client.end();
  }
  return measured;
}
