import { Inject, Injectable } from '@nestjs/common';
import { closedStatuses } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database } from '@qifutong/persistence/database';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { ClosureQueries } from '../closure/closure.queries.ts';
import type { MapCounts } from './domain/county-overview.ts';

const CLOSED = closedStatuses.map((status) => `'${status}'`).join(', ');

/** Each part by its index alone, and all of them in one statement. $1 the day, $2 now, $3 the time zone, $4 the last frozen day. */
const COUNTS = `with
  firms as (select code as "townCode", (select count(*) from firm where town_code = code) as count from town),
  open as (
    select town_code as "townCode", status, count(*) as count, count(*) filter (where callback_due_at < $2) as overdue
    from issue where status not in (${CLOSED}) group by 1, 2),
  reports as (
    select issue.town_code as "townCode", count(*) as count from report join issue on issue.id = issue_id
    where booked_at >= $1::date::timestamp at time zone $3 group by 1),
  calls as (
    select town_code as "townCode", count(*) as count from call where booked_at >= $1::date::timestamp at time zone $3 group by 1),
  stock as (
    select town_code as "townCode", sum(total) as total, sum(written_off) as "writtenOff"
    from daily_closure_stock where day = $4::date group by 1),
  moves as (
    select booked_on = $1::date as today, from_status as "fromStatus", from_town_code as "fromTownCode", to_status as "toStatus",
      to_town_code as "townCode", count(*) as count
    from issue_move where booked_on > $4::date group by 1, 2, 3, 4, 5)
  select ${['firms', 'open', 'reports', 'calls', 'stock', 'moves']
    .map((part) => `(select coalesce(jsonb_agg(to_jsonb(${part})), '[]') from ${part}) as ${part}`)
    .join(', ')}`;

@Injectable()
export class OverviewQueries {
  constructor(
    private readonly db: Database,
    private readonly closures: ClosureQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  async counts(): Promise<{ day: string; counts: MapCounts }> {
    const now = await this.db.now();
    const day = countyDay(now, this.config.COUNTY_TIME_ZONE);
    // told as a value: the planner then knows that few moves came after it
    const last = (await this.closures.lastDay()) ?? '-infinity';
    const rows: MapCounts[] = await this.db.source.query(COUNTS, [day, now, this.config.COUNTY_TIME_ZONE, last]);
    return { day, counts: rows[0]! };
  }
}
