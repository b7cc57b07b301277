import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import type { EntityManager } from 'typeorm';
import { CallbackPolicyTable } from '../issue/callback-policy.table.ts';
import type { CallbackPolicy } from '../issue/domain/callback-policy.ts';
import type { LikenessPolicy } from '../likeness/domain/policy.ts';
import { LikenessPolicyTable } from '../likeness/suggestion.table.ts';

/** What people set, as it is in force. */
export interface IntakePolicy {
  readonly callback: CallbackPolicy;
  readonly likeness: readonly LikenessPolicy[];
  readonly likenessVersion: number;
  readonly batchVersion: number;
  readonly doubtfulBelow: number;
}

@Injectable()
export class PolicyQueries {
  constructor(private readonly db: Database) {}

  async inForce(manager: EntityManager = this.db.source.manager): Promise<IntakePolicy> {
    const callback = await manager.findOneByOrFail(CallbackPolicyTable, { onlyOne: true });
    const [last] = await manager.find(LikenessPolicyTable, { order: { version: 'DESC' }, take: 1 });
    const likenessVersion = last!.version;
    const likeness = await manager.find(LikenessPolicyTable, {
      where: { version: likenessVersion },
      order: { id: 'ASC' },
    });
    const batches: { batchVersion: number; doubtfulBelow: number }[] = await manager.query(
      `select version as "batchVersion", doubtful_below as "doubtfulBelow" from batch_policy order by version desc limit 1`,
    );
    return { callback, likeness, likenessVersion, ...batches[0]! };
  }
}
