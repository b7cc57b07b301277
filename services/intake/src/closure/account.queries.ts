import { Injectable } from '@nestjs/common';
import { closedStatuses } from '@qifutong/contracts/fields';
import { chainEnd } from '@qifutong/persistence/chain';
import type { EntityManager } from 'typeorm';
import { ClosureTrailTable } from './closure.table.ts';
import type { Callbacks, Counted, Moves, Standing } from './domain/account.ts';
import { carriedReason, openStatuses, wholes } from './domain/carried-over.ts';
import type { Stock } from './domain/stock.ts';

export interface Bounds {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const CLOSED = closedStatuses.map((status) => `'${status}'`).join(', ');
/** A day, and the instant at which it ends. */
type Ended = Pick<Bounds, 'endsAt'> & { readonly day: string };

const CELL = `task_force as "taskForce", town_code as "townCode", channel`;
const CARRIED_CELL = `stood.task_force as "taskForce", town_code as "townCode", channel`;

/** Where the issues stood at the end of day $1: as they stand now, unless they moved on a later day. */
const STOOD = `later as (
    select distinct on (issue_id) issue_id, from_status, from_task_force, from_town_code
    from issue_move where booked_on > $1::date order by issue_id, id)`;
const standing = (statuses: 'open' | 'any') => `stood as (
    select id, number, status, task_force, town_code, channel, registered_at, common_issue_id, loaded
    from issue where ${statuses === 'open' ? `status not in (${CLOSED}) and` : ''} not exists (select from later where issue_id = issue.id)
    union all
    select id, number, from_status, from_task_force, from_town_code, channel, registered_at, common_issue_id, loaded
    from later join issue on issue.id = issue_id
    where from_status is not null ${statuses === 'open' ? `and from_status not in (${CLOSED})` : ''})`;
const OPEN_AT = `with ${STOOD}, ${standing('open')}`;

const reasons = openStatuses
  .flatMap((status) => [true, false].map((inHand) => ({ status, inHand })))
  .flatMap((stood) => wholes.map((whole) => ({ ...stood, whole })))
  .map((stood) => ({ ...stood, reason: carriedReason(stood) }));
/** How far the common issue of each had come by $3, the day's end. */
const carried = (
  columns: string,
) => `${OPEN_AT}, told as (select * from jsonb_to_recordset($2) as told (status text, "inHand" boolean, whole text, reason text))
  select ${columns} from stood left join common_issue common on common.id = common_issue_id
    join told on told.status = stood.status and told."inHand" = (stood.task_force is not null)
      and told.whole = case when common.settled_at < $3 then 'SETTLED' when common.dispatched_at < $3 then 'DISPATCHED' else 'NONE' end`;

type MoveRow = Pick<Moves, 'channel' | 'count'> & {
  readonly fromStatus: string | null;
  readonly fromTaskForce: string | null;
  readonly fromTownCode: string | null;
  readonly toStatus: string;
  readonly toTaskForce: string | null;
  readonly toTownCode: string | null;
};

function moveOf(row: MoveRow): Moves {
  const from: Standing | null =
    row.fromStatus === null
      ? null
      : { status: row.fromStatus, taskForce: row.fromTaskForce, townCode: row.fromTownCode };
  const to = { status: row.toStatus, taskForce: row.toTaskForce, townCode: row.toTownCode };
  return { from, to, channel: row.channel, count: row.count };
}

/** What a day's account is made from. Told the manager: the account is counted in the transaction that freezes it. */
@Injectable()
export class AccountQueries {
  async bounds(manager: EntityManager, day: string, timeZone: string): Promise<Bounds> {
    const rows: Bounds[] = await manager.query(
      `select $1::date::timestamp at time zone $2 as "startsAt", ($1::date + 1)::timestamp at time zone $2 as "endsAt"`,
      [day, timeZone],
    );
    return rows[0]!;
  }

  /** How the issues moved from one day to another, both included. */
  async moves(manager: EntityManager, [from, to]: readonly [string, string]): Promise<Moves[]> {
    const rows: MoveRow[] = await manager.query(
      `select from_status as "fromStatus", from_task_force as "fromTaskForce", from_town_code as "fromTownCode",
         to_status as "toStatus", to_task_force as "toTaskForce", to_town_code as "toTownCode", channel, count(*)::int as count
       from issue_move where booked_on between $1::date and $2::date group by 1, 2, 3, 4, 5, 6, 7`,
      [from, to],
    );
    return rows.map(moveOf);
  }

  /** How many issues were open at the end of a day. */
  openAt(manager: EntityManager, day: string): Promise<Counted[]> {
    return manager.query(`${OPEN_AT} select ${CELL}, count(*)::int as count from stood group by 1, 2, 3`, [day]);
  }

  /** What was open of loaded history: all that a register can open with. */
  loadedOpenAt(manager: EntityManager, day: string): Promise<Counted[]> {
    return manager.query(`${OPEN_AT} select ${CELL}, count(*)::int as count from stood where loaded group by 1, 2, 3`, [
      day,
    ]);
  }

  /** All that the register held at the end of a day: read once, when the first day is closed. */
  stockAt(manager: EntityManager, day: string): Promise<Stock[]> {
    return manager.query(
      `with ${STOOD}, ${standing('any')} select ${CELL}, count(*)::int as total,
         (count(*) filter (where status = 'WRITTEN_OFF'))::int as "writtenOff" from stood group by 1, 2, 3`,
      [day],
    );
  }

  reports(manager: EntityManager, { startsAt, endsAt }: Bounds): Promise<Counted[]> {
    return manager.query(
      `select task_force as "taskForce", issue.town_code as "townCode", report.channel, count(*)::int as count
       from report join issue on issue.id = issue_id where booked_at >= $1 and booked_at < $2 group by 1, 2, 3`,
      [startsAt, endsAt],
    );
  }

  calls(manager: EntityManager, { startsAt, endsAt }: Bounds): Promise<Counted[]> {
    return manager.query(
      `select null as "taskForce", town_code as "townCode", channel, count(*)::int as count
       from call where booked_at >= $1 and booked_at < $2 group by 2, 3`,
      [startsAt, endsAt],
    );
  }

  callbacks(manager: EntityManager, { startsAt, endsAt }: Bounds): Promise<Callbacks[]> {
    return manager.query(
      `select ${CELL}, count(*)::int as attempted, (count(*) filter (where outcome <> 'NOT_REACHED'))::int as reached,
         (count(*) filter (where outcome = 'SETTLED'))::int as settled
       from callback where booked_at >= $1 and booked_at < $2 group by 1, 2, 3`,
      [startsAt, endsAt],
    );
  }

  /** The issues that were open at the end of a day, with the reason, oldest first: the first of them, or all. */
  carriedAt<T>(manager: EntityManager, { day, endsAt }: Ended, limit: number | null): Promise<T[]> {
    const columns = `$1::text as day, stood.id as "issueId", stood.number, stood.status, ${CARRIED_CELL}, registered_at as "registeredAt", reason`;
    return manager.query(`${carried(columns)} order by registered_at, stood.id limit $4`, [
      day,
      JSON.stringify(reasons),
      endsAt,
      limit,
    ]);
  }

  async freezeCarried(manager: EntityManager, { day, endsAt }: Ended): Promise<void> {
    const columns = 'stood.id, stood.number, stood.status, stood.task_force, town_code, channel, registered_at, reason';
    await manager.query(
      `insert into daily_closure_carried (day, issue_id, number, status, task_force, town_code, channel, registered_at, reason)
       select $1::date, found.* from (${carried(columns)}) as found`,
      [day, JSON.stringify(reasons), endsAt],
    );
  }

  async freezeStock(manager: EntityManager, day: string, stock: readonly Stock[]): Promise<void> {
    await manager.query(
      `insert into daily_closure_stock (day, task_force, town_code, channel, total, written_off)
       select $1::date, "taskForce", "townCode", channel, total, "writtenOff"
       from jsonb_to_recordset($2) as cell ("taskForce" text, "townCode" text, channel text, total int, "writtenOff" int)`,
      [day, JSON.stringify(stock)],
    );
  }

  /** In what intake's own trail ends now, beside the day's account; nothing where it has no entry yet. */
  async freezeTrail(manager: EntityManager, day: string, now: Date): Promise<void> {
    const end = await chainEnd(manager);
    if (end === null) return;
    const [link, hash] = [end.link, end.hash.toString('hex')];
    await manager.insert(ClosureTrailTable, { day, service: 'intake', link, hash, toldAt: now });
  }

  stockOf(manager: EntityManager, day: string): Promise<Stock[]> {
    return manager.query(
      `select ${CELL}, total, written_off as "writtenOff" from daily_closure_stock where day = $1::date`,
      [day],
    );
  }
}
