import { Injectable } from '@nestjs/common';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { SetPlanPolicyInput } from '../generated/graphql.ts';
import { setPlanPolicy, type PlanPolicyVersion } from './domain/set-plan-policy.ts';
import { planPolicyInForce } from './plan-policy.queries.ts';
import { PlanPolicyTable } from './plan-policy.table.ts';

const shape = z.object({
  expectedVersion: orNull(z.int()),
  share: z.int().min(0).max(100),
  visitsPerTeam: z.int().min(1).max(100),
  mostDays: z.int().min(0).max(366),
  mostFailures: z.int().min(0).max(100),
  failureDays: z.int().min(1).max(366),
});

/** Whoever sets the policy waits for whoever sets it now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('plan policy' || current_schema()))`;

@Injectable()
export class PlanPolicyService {
  constructor(private readonly db: Database) {}

  /** Sets a new version; it binds the plans that are made from then on. */
  async set({ sub }: Viewer, input: SetPlanPolicyInput): Promise<PlanPolicyVersion> {
    const stated = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const inForce = await planPolicyInForce(tx.manager);
      const now = await tx.now();
      const { state, events } = setPlanPolicy(inForce, stated, sub, now);
      await tx.manager.insert(PlanPolicyTable, state);
      await append(tx, events, inForce.version, now);
      return state;
    });
  }
}
