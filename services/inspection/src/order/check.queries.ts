import type { EntityManager } from 'typeorm';
import type { Check } from './domain/check.ts';

const CHECK = `select i.id, i.credit_code as "creditCode", i.town_code as "townCode", i.performed_at as "performedAt", i.results,
  r.not_applicable_at_most as "notApplicableAtMost", i.passed, i.voided_at as "voidedAt"
  from inspection i join rulebook r on r.version = i.rulebook_version`;

/** Inspections that are there, voided ones too, oldest first. */
export function checksOf(manager: EntityManager, inspectionIds: readonly string[]): Promise<Check[]> {
  return manager.query(`${CHECK} where i.id = any($1) order by i.performed_at, i.id`, [inspectionIds]);
}

/** The earliest of some inspections, or of what they led to, of each firm. */
export function beginnings(performed: readonly Pick<Check, 'creditCode' | 'performedAt'>[]): Map<string, Date> {
  const byFirm = Map.groupBy(performed, ({ creditCode }) => creditCode);
  const earliest = (own: readonly Pick<Check, 'performedAt'>[]) =>
    new Date(Math.min(...own.map(({ performedAt }) => performedAt.getTime())));
  return new Map([...byFirm].map(([code, own]) => [code, earliest(own)]));
}

/** The firms of which valid inspections other than those are there from the instant of each on. */
export async function overtaken(
  manager: EntityManager,
  since: ReadonlyMap<string, Date>,
  inspectionIds: readonly string[],
): Promise<string[]> {
  const rows: { code: string }[] = await manager.query(
    `select w.code from unnest($1::text[], $2::timestamptz[]) as w (code, since) where exists (
       select from inspection i where i.credit_code = w.code and i.performed_at >= w.since and i.voided_at is null and i.id <> all($3))`,
    [[...since.keys()], [...since.values()], inspectionIds],
  );
  return rows.map(({ code }) => code);
}

/** What is valid of firms from the instant of each on, oldest first. */
export function checksSince(manager: EntityManager, since: ReadonlyMap<string, Date>): Promise<Check[]> {
  return manager.query(
    `${CHECK} join unnest($1::text[], $2::timestamptz[]) as w (code, since) on w.code = i.credit_code
     where i.performed_at >= w.since and i.voided_at is null order by i.performed_at, i.id`,
    [[...since.keys()], [...since.values()]],
  );
}

/** The orders of firms that inspections from the instant of each on could mend or had mended, and those of these inspections themselves. */
export async function touchedOrders(
  manager: EntityManager,
  since: ReadonlyMap<string, Date>,
  inspectionIds: readonly string[],
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `select o.id from unnest($1::text[], $2::timestamptz[]) as w (code, since) join rectification_order o on o.credit_code = w.code
     where o.status in ('OPEN', 'OVERDUE') or (o.status = 'FULFILLED' and o.fulfilled_at >= w.since)
     union select id from rectification_order where inspection_id = any($3)`,
    [[...since.keys()], [...since.values()], inspectionIds],
  );
  return rows.map(({ id }) => id);
}
