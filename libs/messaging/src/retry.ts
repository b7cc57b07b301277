import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { Database, Tx } from '@qifutong/persistence/database';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { handle, type Delivery } from './deliver.ts';

interface Requested {
  readonly id: string;
  readonly event: CloudEvent;
}

async function nextRequested(tx: Tx, consumer: string): Promise<Requested | undefined> {
  const rows: Requested[] = await tx.manager.query(
    `select id, event from dead_letter d where consumer = $1 and ended_at is null and retry_requested_at is not null
       and not exists (select from dead_letter e where e.consumer = d.consumer and e.aggregate_type = d.aggregate_type
         and e.aggregate_id = d.aggregate_id and e.version < d.version and e.ended_at is null)
     order by d.id limit 1 for update skip locked`,
    [consumer],
  );
  return rows[0];
}

async function attempt(tx: Tx, delivery: Delivery, { id, event }: Requested): Promise<void> {
  await runInTrace(traceFrom(event.traceparent), () => handle(tx, delivery, event));
  await tx.manager.query(`update dead_letter set ended_at = clock_timestamp(), ended_as = 'HANDLED' where id = $1`, [id]);
}

async function refuse(db: Database, id: string, cause: unknown): Promise<void> {
  const error = cause instanceof Error ? cause.message : String(cause);
  await db.source.query(`update dead_letter set retry_requested_at = null, error = $2 where id = $1`, [id, error]);
}

/**
 * Handles the next event for which somebody asked a retry; the earliest of its aggregate first.
 * @returns false when there is none
 */
export async function retryRequested(delivery: Delivery): Promise<boolean> {
  let taken: Requested | undefined;
  try {
    await delivery.db.transaction(async (tx) => {
      taken = await nextRequested(tx, delivery.consumer);
      if (taken) await attempt(tx, delivery, taken);
    });
  } catch (cause) {
    if (!taken) throw cause;
    delivery.log.warn({ err: cause, eventId: taken.event.id }, 'retry of a set-aside event failed');
    await refuse(delivery.db, taken.id, cause);
  }
  return taken !== undefined;
}
