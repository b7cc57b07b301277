import { Inject, Injectable } from '@nestjs/common';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { orNull } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { SetRetentionPolicyInput } from '../generated/graphql.ts';
import { retentionKinds, type RetentionPolicy } from './domain/retention.ts';
import { setRetentionPolicy } from './domain/set-retention-policy.ts';
import { RetentionPolicyQueries } from './retention-policy.queries.ts';
import { RetentionPolicyTable } from './retention-policy.table.ts';

/** Whole years, months, weeks and days: what is kept is not counted in hours. */
const period = z.string().regex(/^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/);
const shape = z.object({
  expectedVersion: orNull(z.int()),
  lines: z.array(z.object({ kind: z.enum(retentionKinds), after: period })).max(20),
});

/** Whoever sets the policy waits for whoever sets it now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('retention policy' || current_schema()))`;

@Injectable()
export class RetentionPolicyService {
  constructor(
    private readonly db: Database,
    private readonly queries: RetentionPolicyQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Sets a new version of all periods; it binds what is carried out from then on. */
  async set({ sub }: Viewer, input: SetRetentionPolicyInput): Promise<RetentionPolicy> {
    const stated = shaped(shape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const inForce = await this.queries.inForce(tx.manager);
      const now = await tx.now();
      const setting = { by: sub, timeZone: this.config.COUNTY_TIME_ZONE };
      const { state, events } = setRetentionPolicy(inForce, stated, setting, now);
      const { lines, ...version } = state;
      await tx.manager.insert(
        RetentionPolicyTable,
        lines.map((line) => ({ ...version, ...line })),
      );
      await append(tx, events, inForce.version, now);
      return state;
    });
  }
}
