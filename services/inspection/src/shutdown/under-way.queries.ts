import { Any, type EntityManager } from 'typeorm';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { ShutdownTable } from './shutdown.table.ts';

/** The order of each firm that is under way at its instant, in a condition that asks for one. */
export async function underWay(
  manager: EntityManager,
  instants: ReadonlyMap<string, Date>,
): Promise<Map<string, ShutdownOrder>> {
  if (instants.size === 0) return new Map();
  const rows: { id: string }[] = await manager.query(
    `select s.id from unnest($1::text[], $2::timestamptz[]) as w (code, at) cross join lateral (
       select id from shutdown_order where credit_code = w.code and caused_at <= w.at and status <> 'WITHDRAWN'
       order by caused_at desc limit 1) as s`,
    [[...instants.keys()], [...instants.values()]],
  );
  const found = await manager.findBy(ShutdownTable, { id: Any(rows.map(({ id }) => id)) });
  return new Map(found.map((one) => [one.creditCode, one]));
}

/** The orders of each firm that were caused from its instant on, all of a firm without one; the transaction holds them locked. */
export async function storedSince(
  manager: EntityManager,
  beginnings: ReadonlyMap<string, Date | null>,
): Promise<Map<string, ShutdownOrder[]>> {
  const rows: { id: string }[] = await manager.query(
    `select s.id from unnest($1::text[], $2::timestamptz[]) as w (code, since) join shutdown_order s on s.credit_code = w.code
     where w.since is null or s.caused_at >= w.since`,
    [[...beginnings.keys()], [...beginnings.values()]],
  );
  if (rows.length === 0) return new Map();
  const found = await manager.find(ShutdownTable, {
    where: { id: Any(rows.map(({ id }) => id)) },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
  return Map.groupBy(found, ({ creditCode }) => creditCode);
}
