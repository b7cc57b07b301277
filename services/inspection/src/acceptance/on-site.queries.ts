import type { EntityManager } from 'typeorm';
import type { OnSite } from './domain/decide.ts';

/** The inspection that a decision names; null when there is none. */
export async function onSiteOf(manager: EntityManager, inspectionId: string): Promise<OnSite | null> {
  const rows: OnSite[] = await manager.query(
    `select id, credit_code as "creditCode", performed_at as "performedAt", inspectors, results, voided_at as "voidedAt"
     from inspection where id = $1`,
    [inspectionId],
  );
  return rows[0] ?? null;
}
