import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { Database } from '@qifutong/persistence/database';
import { runInTrace, traceFrom } from '@qifutong/persistence/trace';
import { handle, isPermanent, type Delivery } from './deliver.ts';

interface Claimed {
  readonly id: string;
  readonly event: CloudEvent;
}

const MOST_RETRIES = 8;

class TooEarly extends Error {
  override readonly name = 'TooEarly';
}

/**
 * Claims the next one whose turn it is: asked for by a person, or waiting for nothing any more. The claim commits before the attempt:
 * an event that ends the process is not taken again as soon as it is up. One that waits has its next turn after 1 s, 4 s, 16 s, …
 */
async function claim(db: Database, consumer: string): Promise<Claimed | undefined> {
  const claimed = db.note<[Claimed[], number]>(({ manager }) => manager.query(CLAIM, [consumer]));
  return (await claimed)[0][0];
}

const CLAIM = `update dead_letter set retry_requested_at = null, retries = retries + 1,
       retry_not_before = clock_timestamp() + make_interval(secs => least(600, 4 ^ retries))
     where id = (
       select id from dead_letter d where consumer = $1 and ended_at is null
         and (retry_requested_at is not null
           or reason = 'WAITING' and retries < ${MOST_RETRIES} and coalesce(retry_not_before <= clock_timestamp(), true)
             and exists (select from inbox i where i.consumer = d.consumer and i.aggregate_type = d.aggregate_type
               and i.aggregate_id = d.aggregate_id and i.version = d.version - 1))
         and not exists (select from dead_letter e where e.consumer = d.consumer and e.aggregate_type = d.aggregate_type
           and e.aggregate_id = d.aggregate_id and e.version < d.version and e.ended_at is null)
       order by d.id limit 1 for update skip locked)
     returning id, event`;

async function attempt(delivery: Delivery, { id, event }: Claimed): Promise<void> {
  await delivery.db.transaction(async (tx) => {
    const open: unknown[] = await tx.manager.query(
      `select from dead_letter where id = $1 and ended_at is null for update`,
      [id],
    );
    // somebody gave it up meanwhile
    if (open.length === 0) return;
    const turn = await runInTrace(traceFrom(event.traceparent), () => handle(tx, delivery, event));
    if (turn === 'EARLY') throw new TooEarly('an earlier event of this aggregate has not come');
    await tx.manager.query(`update dead_letter set ended_at = clock_timestamp(), ended_as = 'HANDLED' where id = $1`, [
      id,
    ]);
  });
}

/** What cannot succeed, or has had all its turns, waits for a person; what may yet succeed keeps its reason. */
async function refuse(db: Database, id: string, cause: unknown): Promise<void> {
  const error = cause instanceof Error ? cause.message : String(cause);
  const standing = isPermanent(cause) ? 'PERMANENT' : null;
  await db.note(({ manager }) =>
    manager.query(
      `update dead_letter set error = $2, reason = case
       when reason <> 'WAITING' then reason
       when retries >= ${MOST_RETRIES} then 'DELIVERIES_USED_UP' else coalesce($3, reason) end
     where id = $1`,
      [id, error, standing],
    ),
  );
}

/**
 * Handles the next set-aside event for which somebody asked a retry, or whose predecessor was handled or discarded since;
 * the earliest of its aggregate first.
 * @returns false when there is none
 */
export async function retryRequested(delivery: Delivery): Promise<boolean> {
  const claimed = await claim(delivery.db, delivery.consumer);
  if (!claimed) return false;
  try {
    await attempt(delivery, claimed);
  } catch (cause) {
    delivery.log.warn({ err: cause, eventId: claimed.event.id }, 'retry of a set-aside event failed');
    await refuse(delivery.db, claimed.id, cause);
  }
  return true;
}
