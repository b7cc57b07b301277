import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import type { PlanPolicyVersion } from './domain/set-plan-policy.ts';
import { PlanPolicyTable } from './plan-policy.table.ts';

/** The newest version. */
export async function planPolicyInForce(manager: EntityManager): Promise<PlanPolicyVersion> {
  const [newest] = await manager.find(PlanPolicyTable, { order: { version: 'DESC' }, take: 1 });
  if (!newest) throw new TypeError('plan_policy is empty: a migration fills it');
  return newest;
}

@Injectable()
export class PlanPolicyQueries {
  constructor(private readonly db: Database) {}

  /** By version; else the one in force. */
  asked(version: number | null): Promise<PlanPolicyVersion | null> {
    const { manager } = this.db.source;
    return version === null ? planPolicyInForce(manager) : manager.findOneBy(PlanPolicyTable, { version });
  }
}
