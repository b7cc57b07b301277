import { Injectable } from '@nestjs/common';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { SetProcessPolicyInput } from '../generated/graphql.ts';
import type { ProcessPolicy } from './domain/process-policy.ts';
import { setProcessPolicy } from './domain/set-process-policy.ts';
import { policyInForce } from './policy-in-force.queries.ts';
import { ProcessPolicyTable } from './process-policy.table.ts';

const shape = z.object({
  expectedVersion: orNull(z.int()),
  rectifyWithinDays: z.int(),
  interviewWithinHours: z.int(),
  appealWithinDays: z.int(),
  rectifyAtMostDays: orNull(z.int()),
  defenceWithinHours: orNull(z.int()),
});

/** Whoever sets the policy waits for whoever sets it now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('process policy' || current_schema()))`;

@Injectable()
export class ProcessPolicyService {
  constructor(private readonly db: Database) {}

  /** Sets a new version of all limits; it binds what is issued from then on. */
  async set({ sub }: Viewer, input: SetProcessPolicyInput): Promise<ProcessPolicy> {
    const stated = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const inForce = await policyInForce(tx.manager);
      const now = await tx.now();
      const { state, events } = setProcessPolicy(inForce, stated, sub, now);
      await tx.manager.insert(ProcessPolicyTable, state);
      await append(tx, events, inForce.version, now);
      return state;
    });
  }
}
