import type { EntityManager } from 'typeorm';

/** Draws the next running number of a series on a day: 1, 2, 3, … never twice. See `drawNumbers`. */
export function drawNumber(manager: EntityManager, series: string, day: string): Promise<number> {
  return drawNumbers(manager, series, day, 1);
}

/**
 * Draws the next so many running numbers of a series on a day in one statement.
 *
 * Outside a transaction the draw commits by itself and without waiting for the disk, so that concurrent writers do not queue behind
 * each other's flush. It cannot be lost while what carries the number is kept: that commits later, and the log is flushed in order.
 * @param day the county's day, `YYYY-MM-DD`
 * @returns the first of them
 */
export async function drawNumbers(manager: EntityManager, series: string, day: string, count: number): Promise<number> {
  const rows: { last_number: number }[] = await manager.query(
    `with unflushed as (select set_config('synchronous_commit', 'off', true) where $3)
     insert into number_series as s (series, day, last_number)
     select $1, $2::date, $4::int from (select count(*) from unflushed) _
     on conflict (series, day) do update set last_number = s.last_number + $4::int
     returning last_number`,
    [series, day, !manager.queryRunner?.isTransactionActive, count],
  );
  return rows[0]!.last_number - count + 1;
}
