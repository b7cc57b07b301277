import type { EntityManager } from 'typeorm';
import type { Check } from './domain/check.ts';

const CHECK = `select i.id, i.credit_code as "creditCode", i.town_code as "townCode", i.performed_at as "performedAt", i.results,
  r.not_applicable_at_most as "notApplicableAtMost", i.passed, i.voided_at as "voidedAt"
  from inspection i join rulebook r on r.version = i.rulebook_version`;

/** An inspection that is there, whether or not it was voided. */
export async function checkOf(manager: EntityManager, inspectionId: string): Promise<Check> {
  const [found]: Check[] = await manager.query(`${CHECK} where i.id = $1`, [inspectionId]);
  if (!found) throw new TypeError('an inspection that orders follow from is not there');
  return found;
}

/** Those of the same firm that were performed after it and are valid, oldest first. */
export function checksAfter(manager: EntityManager, { id, creditCode, performedAt }: Check): Promise<Check[]> {
  return manager.query(
    `${CHECK} where i.credit_code = $1 and (i.performed_at, i.id) > ($2, $3::uuid) and i.voided_at is null
     order by i.performed_at, i.id`,
    [creditCode, performedAt, id],
  );
}
