import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';

@Injectable()
export class CallRemoval {
  /** Removes calls for good. How many there were, on which county day, through which channel and of which town, stays a figure. */
  async remove(tx: Tx, ids: readonly string[], timeZone: string): Promise<void> {
    await tx.manager.query(
      `with gone as (delete from call where id = any($1) returning booked_at, channel, town_code)
       insert into call_tally (day, channel, town_code, calls)
       select (booked_at at time zone $2)::date, channel, town_code, count(*) from gone group by 1, 2, 3
       on conflict (day, channel, town_code) do update set calls = call_tally.calls + excluded.calls`,
      [ids, timeZone],
    );
  }
}
