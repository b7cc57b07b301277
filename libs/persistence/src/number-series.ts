import type { EntityManager } from 'typeorm';

/**
 * Draws the next running number of a series on a day: 1, 2, 3, … never twice.
 *
 * Outside a transaction the draw commits by itself and without waiting for the disk, so that concurrent writers do not queue behind
 * each other's flush. It cannot be lost while what carries the number is kept: that commits later, and the log is flushed in order.
 * @param day the county's day, `YYYY-MM-DD`
 */
export async function drawNumber(manager: EntityManager, series: string, day: string): Promise<number> {
  const rows: { last_number: number }[] = await manager.query(
    `with unflushed as (select set_config('synchronous_commit', 'off', true) where $3)
     insert into number_series as s (series, day, last_number)
     select $1, $2::date, 1 from (select count(*) from unflushed) _
     on conflict (series, day) do update set last_number = s.last_number + 1
     returning last_number`,
    [series, day, !manager.queryRunner?.isTransactionActive],
  );
  return rows[0]!.last_number;
}
