import type { Announcement } from '@qifutong/contracts/define-event';
import { cloudEvent, type CloudEvent } from '@qifutong/contracts/cloud-event';
import { subjectOf } from '@qifutong/contracts/subject';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from './database.ts';
import { currentTrace } from './trace.ts';

/** The CloudEvent of an announcement. `version` is the aggregate's after this event. */
export function envelope(announcement: Announcement, version: number, at: Date, traceparent?: string): CloudEvent {
  return cloudEvent.parse({
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
  });
}

/** What one aggregate announces, and its version before the first of it. */
export interface Announcing {
  readonly events: readonly Announcement[];
  readonly version: number;
}

const columns = ['uuid[]', 'text[]', 'text[]', 'int[]', 'text[]', 'jsonb[]'].map((type, i) => `$${i + 1}::${type}`);

/**
 * Appends events of many aggregates, whose rows the transaction holds locked, to the event log: one statement,
 * in the order given.
 */
export async function appendAll(tx: Tx, announcing: readonly Announcing[], at: Date): Promise<void> {
  const traceparent = currentTrace()?.traceparent;
  const rows = announcing.flatMap(({ events, version }) =>
    events.map((announcement, i) => ({
      announcement,
      version: version + i + 1,
      event: envelope(announcement, version + i + 1, at, traceparent),
    })),
  );
  if (rows.length === 0) return;
  await tx.manager.query(
    `insert into event_log (id, aggregate_type, aggregate_id, version, subject, event) select * from unnest(${columns.join(', ')})`,
    [
      rows.map(({ event }) => event.id),
      rows.map(({ announcement }) => announcement.aggregateType),
      rows.map(({ announcement }) => announcement.aggregateId),
      rows.map(({ version }) => version),
      rows.map(({ announcement }) => subjectOf(announcement)),
      rows.map(({ event }) => JSON.stringify(event)),
    ],
  );
  tx.appended = true;
}

/**
 * Appends events of one aggregate, whose row the transaction holds locked, to the event log.
 * @param version the aggregate's version before the first of them
 * @returns the aggregate's version after the last
 */
export async function append(tx: Tx, events: readonly Announcement[], version: number, at: Date): Promise<number> {
  await appendAll(tx, [{ events, version }], at);
  return version + events.length;
}
