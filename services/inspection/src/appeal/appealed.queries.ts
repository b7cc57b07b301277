import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import type { EntityManager } from 'typeorm';
import { policiesInForce } from '../process-policy/policy-in-force.queries.ts';
import type { Appealed } from './domain/appeal.ts';
import { appealableUntil } from './domain/lodge.ts';

/** The inspection that an appeal names; null when there is none. */
export async function appealedOf(manager: EntityManager, inspectionId: string): Promise<Appealed | null> {
  const rows: Appealed[] = await manager.query(
    `select id, credit_code as "creditCode", town_code as "townCode", performed_at as "performedAt", received_at as "receivedAt",
       inspectors, voided_at as "voidedAt" from inspection where id = $1`,
    [inspectionId],
  );
  return rows[0] ?? null;
}

type Appealable = Pick<Appealed, 'id' | 'receivedAt' | 'voidedAt'> & { readonly appealed: boolean };

@Injectable()
export class AppealedQueries {
  constructor(private readonly db: Database) {}

  /** Until when each inspection can be appealed; null where it cannot any more. */
  readonly appealableUntil = async (ids: readonly string[]): Promise<(Date | null)[]> => {
    const { manager } = this.db.source;
    const found: Appealable[] = await manager.query(
      `select id, received_at as "receivedAt", voided_at as "voidedAt", exists (select from appeal a where a.inspection_id = i.id) as appealed
       from inspection i where id = any($1)`,
      [ids],
    );
    const [policyAt, now] = [await policiesInForce(manager), await this.db.now()];
    return inOrder(ids, found, ({ id }) => id).map(
      (one) => one && appealableUntil(one, policyAt(one.receivedAt).appealWithinDays, now),
    );
  };
}
