import type { EntityManager } from 'typeorm';
import type { Appealed } from './domain/appeal.ts';

/** The inspection that an appeal names; null when there is none. */
export async function appealedOf(manager: EntityManager, inspectionId: string): Promise<Appealed | null> {
  const rows: Appealed[] = await manager.query(
    `select id, credit_code as "creditCode", town_code as "townCode", performed_at as "performedAt", received_at as "receivedAt",
       inspectors, voided_at as "voidedAt" from inspection where id = $1`,
    [inspectionId],
  );
  return rows[0] ?? null;
}
