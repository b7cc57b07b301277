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

/** Who performed an inspection of the firm from then on, one that was voided too. */
export async function inspectorsSince(manager: EntityManager, creditCode: string, from: Date): Promise<string[]> {
  const rows: { sub: string }[] = await manager.query(
    `select distinct unnest(inspectors) as sub from inspection where credit_code = $1 and performed_at >= $2`,
    [creditCode, from],
  );
  return rows.map(({ sub }) => sub);
}

/** The id of the firm's last inspection that was not voided, by the time performed; null when there is none. */
export async function lastValidOf(manager: EntityManager, creditCode: string): Promise<string | null> {
  const rows: { id: string }[] = await manager.query(
    `select id from inspection where credit_code = $1 and voided_at is null order by performed_at desc, id desc limit 1`,
    [creditCode],
  );
  return rows[0]?.id ?? null;
}
