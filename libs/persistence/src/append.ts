import type { Announcement } from '@qifutong/contracts/define-event';
import type { CloudEvent } from '@qifutong/contracts/cloud-event';
import { subjectOf } from '@qifutong/contracts/subject';
import { v7 as uuidv7 } from 'uuid';
import { currentCaller } from './caller.ts';
import type { Tx } from './database.ts';
import { currentTrace } from './trace.ts';

/** The CloudEvent of an announcement. `version` is the aggregate's after this event. */
export function envelope(announcement: Announcement, version: number, at: Date, traceparent?: string): CloudEvent {
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: `/county/${announcement.type.split('.')[0]}`,
    type: announcement.type,
    subject: announcement.aggregateId,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    sequence: String(version).padStart(10, '0'),
    aggregatetype: announcement.aggregateType,
    ...(traceparent === undefined ? {} : { traceparent }),
    data: announcement.data,
  };
}

/** An announcement with its aggregate's version after it. */
interface Numbered {
  readonly announcement: Announcement;
  readonly version: number;
}

/** The announcements of one aggregate, numbered on from its version. */
export function numbered(announcements: readonly Announcement[], version: number): Numbered[] {
  return announcements.map((announcement, i) => ({ announcement, version: version + i + 1 }));
}

/**
 * Appends events of one aggregate, whose row the transaction holds locked, to the event log.
 * @param version the aggregate's version before the first of them
 * @returns the aggregate's version after the last
 */
export async function append(
  tx: Tx,
  announcements: readonly Announcement[],
  version: number,
  at: Date,
): Promise<number> {
  await appendAll(tx, numbered(announcements, version), at);
  return version + announcements.length;
}

/** Appends events of many aggregates, whose rows the transaction holds locked, in one statement. */
export async function appendAll(tx: Tx, events: readonly Numbered[], at: Date): Promise<void> {
  if (events.length === 0) return;
  const traceparent = currentTrace()?.traceparent;
  const { sub: actor, roles: actor_roles, origin } = currentCaller();
  const rows = events.map(({ announcement, version }) => {
    const event = envelope(announcement, version, at, traceparent);
    const { aggregateType: aggregate_type, aggregateId: aggregate_id } = announcement;
    const subject = subjectOf(announcement);
    return { id: event.id, aggregate_type, aggregate_id, version, subject, event, actor, actor_roles, origin };
  });
  // one parameter, however many events: writing thousands out takes longer than storing them
  await tx.manager.query(
    `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event, actor, actor_roles, origin)
     select id, aggregate_type, aggregate_id, version, subject, event, actor, actor_roles, origin
     from jsonb_populate_recordset(null::event_log, $1::jsonb) with ordinality
     order by ordinality`,
    [JSON.stringify(rows)],
  );
  tx.appended = true;
}
