import { Any, type EntityManager } from 'typeorm';
import type { ShutdownOrder } from './domain/shutdown-order.ts';
import { ShutdownTable } from './shutdown.table.ts';

interface Cause {
  readonly creditCode: string;
  readonly inspectionId: string;
  readonly causedAt: Date;
}

/**
 * What the order of each firm rests on that is under way, by the inspection that it is due for: it must exist also where it was withdrawn, or never
 * drafted, because an approval answered that inspection until now.
 */
export async function underWay(manager: EntityManager, inspectionIds: readonly string[]): Promise<Map<string, Cause>> {
  if (inspectionIds.length === 0) return new Map();
  const rows: Cause[] = await manager.query(
    `select credit_code as "creditCode", id as "inspectionId", performed_at as "causedAt" from inspection where id = any ($1)`,
    [inspectionIds],
  );
  return new Map(rows.map((one) => [one.creditCode, one]));
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
