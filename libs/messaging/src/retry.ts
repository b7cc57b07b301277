import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { Database, Tx } from '@qifutong/persistence/database';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { handle, type Delivery } from './deliver.ts';

interface Requested {
  readonly id: string;
  readonly event: CloudEvent;
}

class TooEarly extends Error {
  override readonly name = 'TooEarly';
}

/** Asked for by a person, or waiting for nothing any more. */
async function nextRequested(tx: Tx, consumer: string): Promise<Requested | undefined> {
  const rows: Requested[] = await tx.manager.query(
    `select id, event from dead_letter d where consumer = $1 and ended_at is null
       and (retry_requested_at is not null or reason = 'WAITING' and exists (select from inbox i where i.consumer = d.consumer
         and i.aggregate_type = d.aggregate_type and i.aggregate_id = d.aggregate_id and i.version = d.version - 1))
       and not exists (select from dead_letter e where e.consumer = d.consumer and e.aggregate_type = d.aggregate_type
         and e.aggregate_id = d.aggregate_id and e.version < d.version and e.ended_at is null)
     order by d.id limit 1 for update skip locked`,
    [consumer],
  );
  return rows[0];
}

async function attempt(tx: Tx, delivery: Delivery, { id, event }: Requested): Promise<void> {
  const turn = await runInTrace(traceFrom(event.traceparent), () => handle(tx, delivery, event));
  if (turn === 'EARLY') throw new TooEarly('an earlier event of this aggregate has not come');
  await tx.manager.query(`update dead_letter set ended_at = clock_timestamp(), ended_as = 'HANDLED' where id = $1`, [
    id,
  ]);
}

async function refuse(db: Database, id: string, cause: unknown): Promise<void> {
  const error = cause instanceof Error ? cause.message : String(cause);
  // one that had its turn and failed waits for a person; one whose turn has not come, for its turn
  const reason = cause instanceof TooEarly ? 'reason' : `case reason when 'WAITING' then 'PERMANENT' else reason end`;
  await db.source.query(
    `update dead_letter set retry_requested_at = null, error = $2, reason = ${reason} where id = $1`,
    [id, error],
  );
}

/**
 * Handles the next set-aside event for which somebody asked a retry, or whose predecessor was handled or discarded since;
 * the earliest of its aggregate first.
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
