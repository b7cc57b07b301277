import type { EntityManager } from 'typeorm';
import { cursorValues, InvalidCursor, pageOf, type Order, type Page, type PageArgs } from './keyset.ts';

/** One entry of a service's trail: an event, who caused it and from where, and its place in the chain. */
export interface TrailEntry {
  readonly id: string;
  readonly seq: string;
  readonly at: Date;
  /** null, as the next two, for what the machine did by itself */
  readonly actor: string | null;
  readonly actorRoles: readonly string[] | null;
  readonly origin: string | null;
  /** the event's type */
  readonly what: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** JSON */
  readonly data: string;
  /** null, as its hash, until it is linked */
  readonly link: number | null;
  /** in hexadecimal digits */
  readonly hash: string | null;
}

export interface TrailFilter {
  readonly aggregate?: { readonly type: string; readonly id: string } | undefined;
  readonly actor?: string | undefined;
  /** a day of that time zone, `YYYY-MM-DD` */
  readonly day?: { readonly on: string; readonly timeZone: string } | undefined;
}

const newestFirst: Order<TrailEntry> = { by: ['seq'], direction: 'DESC' };
const COLUMNS = `id, seq, created_at as at, actor, actor_roles as "actorRoles", origin, event ->> 'type' as what,
  aggregate_type as "aggregateType", aggregate_id as "aggregateId", (event -> 'data')::text as data, link::int, encode(hash, 'hex') as hash`;

type Condition = readonly [sql: (...at: string[]) => string, ...values: unknown[]];

function conditionsOf({ aggregate, actor, day }: TrailFilter, { after }: PageArgs): Condition[] {
  return [
    ...(aggregate
      ? [[(type, id) => `aggregate_type = ${type} and aggregate_id = ${id}`, aggregate.type, aggregate.id] as Condition]
      : []),
    ...(actor === undefined ? [] : [[(sub) => `actor = ${sub}`, actor] as Condition]),
    ...(day ? [[within, day.on, day.timeZone] as Condition] : []),
    ...(after === null ? [] : [[before, seqOf(after)] as Condition]),
  ];
}

const within = (day = '', zone = '') =>
  `created_at >= ${day}::date::timestamp at time zone ${zone} and created_at < (${day}::date + 1)::timestamp at time zone ${zone}`;
// the cursor has no instant: a microsecond would be lost on its way through JSON
const before = (seq = '') =>
  `(created_at, seq) < ((select created_at from event_log where seq = ${seq}::bigint), ${seq}::bigint)`;

function seqOf(after: string): string {
  const [seq] = cursorValues(after, newestFirst);
  if (!/^\d{1,18}$/.test(String(seq))) throw new InvalidCursor('after is not a cursor of this list');
  return String(seq);
}

/**
 * A page of the trail, newest first.
 * @throws InvalidCursor
 */
export async function trailPage(
  manager: EntityManager,
  filter: TrailFilter,
  args: PageArgs,
): Promise<Page<TrailEntry>> {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, args).map(([sql, ...told]) => sql(...told.map(place)));
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
  const rows: TrailEntry[] = await manager.query(
    `select ${COLUMNS} from event_log ${where} order by event_log.created_at desc, event_log.seq desc limit ${args.first + 1}`,
    values,
  );
  return pageOf(rows, args.first, newestFirst);
}
