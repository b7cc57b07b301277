import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import type { EntityManager } from 'typeorm';

/** PERMANENT: a retry has to be asked for · DELIVERIES_USED_UP: likewise · WAITING: goes on by itself after the event before it */
export type SetAsideReason = 'PERMANENT' | 'DELIVERIES_USED_UP' | 'WAITING';

export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly event: CloudEvent;
  readonly reason: SetAsideReason;
  readonly error: string;
  readonly set_aside_at: Date;
}

/** Sets an event aside, once per consumer; not one whose effect is done and only its acknowledgement was lost. */
export async function setAside(
  manager: EntityManager,
  consumer: string,
  event: CloudEvent,
  why: { reason: SetAsideReason; error: string },
): Promise<void> {
  await manager.query(
    `insert into dead_letter (consumer, event_id, aggregate_type, aggregate_id, version, event, reason, error)
     select $1, $2::uuid, $3, $4, $5, $6, $7, $8 where not exists (select from inbox where consumer = $1 and event_id = $2::uuid)
     on conflict (consumer, event_id) do nothing`,
    [
      consumer,
      event.id,
      event.aggregatetype,
      event.subject,
      Number(event.sequence),
      JSON.stringify(event),
      why.reason,
      why.error,
    ],
  );
}

/** True while an earlier event of the same aggregate is set aside: the later ones wait behind it. */
export async function waitsBehind(manager: EntityManager, consumer: string, event: CloudEvent): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `select from dead_letter where consumer = $1 and aggregate_type = $2 and aggregate_id = $3 and version < $4 and ended_at is null limit 1`,
    [consumer, event.aggregatetype, event.subject, Number(event.sequence)],
  );
  return rows.length > 0;
}

/** What is set aside, oldest first. */
export function openDeadLetters(manager: EntityManager): Promise<DeadLetter[]> {
  return manager.query(
    `select id, consumer, event, reason, error, set_aside_at from dead_letter where ended_at is null order by dead_letter.id limit 1000`,
  );
}

/**
 * Asks for set-aside events to be handled again, by whichever instance is up.
 * @param id one, or null for all
 * @returns how many were asked for
 */
export async function requestRetry(manager: EntityManager, id: string | null): Promise<number> {
  const [, count]: [unknown, number] = await manager.query(
    `update dead_letter set retry_requested_at = clock_timestamp() where ended_at is null and ($1::bigint is null or id = $1)`,
    [id],
  );
  return count;
}

/** Gives a set-aside event up for good; the reason is kept. @returns false when there is no such open one */
export async function discard(manager: EntityManager, id: string, because: string): Promise<boolean> {
  const ended: unknown[] = await manager.query(
    `with ended as (
       update dead_letter set ended_at = clock_timestamp(), ended_as = 'DISCARDED', ended_because = $2
       where id = $1 and ended_at is null returning *),
     heard as (
       insert into inbox (consumer, event_id, aggregate_type, aggregate_id, version)
       select consumer, event_id, aggregate_type, aggregate_id, version from ended on conflict do nothing)
     select from ended`,
    [id, because],
  );
  return ended.length > 0;
}
