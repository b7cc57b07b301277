import type { EntityManager } from 'typeorm';

/** When the shutdown order was withdrawn that an acceptance is to lift; null while it is not, or where there is none. */
export async function withdrawnAtOf(manager: EntityManager, shutdownId: string | null): Promise<Date | null> {
  const rows: { withdrawnAt: Date | null }[] = await manager.query(
    `select withdrawn_at as "withdrawnAt" from shutdown_order where id = $1 and status = 'WITHDRAWN'`,
    [shutdownId],
  );
  return rows[0]?.withdrawnAt ?? null;
}
