import { Injectable } from '@nestjs/common';
import { domain, nature, urgency } from '@qifutong/contracts/fields';
import { append } from '@qifutong/persistence/append';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { newestCalendars } from '../clock/calendar.queries.ts';
import type { SetSlaPolicyInput } from '../generated/graphql.ts';
import { setSlaPolicy, type WholeSlaPolicy } from './domain/set-sla-policy.ts';
import { policyInForce } from './policy-in-force.queries.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';
import { SlaPolicyTable } from './sla-policy.table.ts';

function orNull<S extends z.ZodType>(shape: S) {
  return shape.nullish().transform((value) => value ?? null);
}

const limit = z.object({
  kind: z.enum(['ELAPSED', 'WORKING', 'SAME_DAY', 'WHOLE_DAYS']),
  duration: orNull(z.string()),
  days: orNull(z.int()),
  calendar: orNull(z.string()),
});
const warnAt = orNull(z.array(z.int()));
const line = z.object({
  nature: orNull(nature),
  urgency: orNull(urgency),
  domain: orNull(domain),
  acceptWithin: limit,
  solveWithin: limit,
  warnAt,
});
const policyShape = z.object({
  expectedVersion: orNull(z.int()),
  lines: z.array(line),
  dispatchWithin: orNull(limit),
  callbackWithin: orNull(limit),
  warnAt,
  urgeEvery: orNull(z.string()),
});

/** Whoever sets the policy waits for whoever sets it now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('sla policy' || current_schema()))`;

@Injectable()
export class PolicyService {
  constructor(private readonly db: Database) {}

  /** Sets a new version of all limits; it binds the clocks that start from then on. */
  async set({ sub: by }: Viewer, input: SetSlaPolicyInput): Promise<WholeSlaPolicy> {
    const stated = shaped(policyShape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const inForce = await policyInForce(tx.manager);
      const calendars = await newestCalendars(tx.manager);
      const now = await tx.now();
      const { state, events } = setSlaPolicy(inForce, stated, { by, calendars }, now);
      const { lines, ...version } = state;
      await tx.manager.insert(SlaPolicyVersionTable, version);
      await tx.manager.insert(SlaPolicyTable, [...lines]);
      await append(tx, events, inForce.version, now);
      return state;
    });
  }
}
