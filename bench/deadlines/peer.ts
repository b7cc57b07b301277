import { PgBoss } from 'pg-boss';

/** pg-boss with one worker, which writes a notice for each job in the transaction of its completion. */
export interface PeerOrder {
  readonly databaseUrl: string;
  readonly queue: string;
  readonly batchSize: number;
}

const WRITE = `insert into notice (job_id, due_at) select (one ->> 'id')::uuid, (one ->> 'dueAt')::timestamptz from jsonb_array_elements($1::jsonb) as one`;

async function run({ databaseUrl, queue, batchSize }: PeerOrder): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, schedule: false });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  const options = { batchSize, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true, transactional: true } as const;
  await boss.work<{ dueAt: string }, void, typeof options>(queue, options, async (jobs, tx) => {
    const rows = jobs.map(({ id, data: { dueAt } }) => ({ id, dueAt }));
    await tx.executeSql(WRITE, [JSON.stringify(rows)]);
  });
  process.on('message', () => process.send?.(process.cpuUsage()));
  process.send?.('ready');
}

process.once('message', (order: PeerOrder) => void run(order));
