import { Injectable } from '@nestjs/common';
import { domain, nature, urgency } from '@qifutong/contracts/fields';
import { appendNext } from '@qifutong/persistence/append-next';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { newestCalendars } from '../clock/calendar.queries.ts';
import { CountyTimeService } from '../clock/county-time.service.ts';
import type { SetSlaPolicyInput } from '../generated/graphql.ts';
import type { Calendars } from './domain/limit-of.ts';
import { setSlaPolicy, type WholeSlaPolicy } from './domain/set-sla-policy.ts';
import { SlaPolicyVersionTable } from './sla-policy-version.table.ts';
import { SlaPolicyTable } from './sla-policy.table.ts';
import { wholePolicy } from './whole-policy.queries.ts';

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
  lines: orNull(z.array(line)),
  dispatchWithin: orNull(limit),
  callbackWithin: orNull(limit),
  warnAt,
  urgeEvery: orNull(z.string()),
  superviseAt: orNull(z.int()),
  urgeByHandEvery: orNull(z.string()),
  returnWithin: orNull(z.string()),
  extendAtMost: orNull(z.string()),
});

const TEN_YEARS_MS = 3_653 * 86_400_000;

/** Whoever sets the policy waits for whoever sets it now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('sla policy' || current_schema()))`;

@Injectable()
export class PolicyService {
  constructor(
    private readonly db: Database,
    private readonly countyTime: CountyTimeService,
  ) {}

  /** Sets a new version; it binds what starts from then on. */
  async set({ sub: by }: Viewer, input: SetSlaPolicyInput): Promise<WholeSlaPolicy> {
    const stated = shaped(policyShape, input);
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const inForce = await wholePolicy(tx.manager, null);
      if (!inForce) throw new TypeError('there is no version of the SLA policy');
      const now = await tx.now();
      const calendars = await this.#calendars(tx.manager, now);
      const { state, events } = setSlaPolicy(inForce, stated, { by, calendars }, now);
      const { lines, ...version } = state;
      await tx.manager.insert(SlaPolicyVersionTable, version);
      await tx.manager.insert(SlaPolicyTable, [...lines]);
      for (const event of events) await appendNext(tx, event, now);
      return state;
    });
  }

  async #calendars(manager: EntityManager, now: Date): Promise<Calendars> {
    const time = await this.countyTime.read(manager);
    const inTenYears = new Date(now.getTime() + TEN_YEARS_MS);
    const newest = [...(await newestCalendars(manager))];
    return new Map(
      newest.map(([code, version]) => {
        const workMs = time.calendar({ code, version }).between(now, inTenYears);
        return [code, { version, workMs }];
      }),
    );
  }
}
