import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { countyDate } from '@qifutong/contracts/fields';
import { countyDay } from '@qifutong/kernel/county-time';
import { create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { MakeInspectionPlanInput, ReplanInspectionsInput } from '../generated/graphql.ts';
import { InspectorQueries } from '../inspector/inspector.queries.ts';
import {
  assertInPlan,
  assertOnList,
  assertPlannable,
  assertReplannable,
  changePlan,
  makePlan,
  type InspectionPlan,
} from './domain/inspection-plan.ts';
import { planDay } from './domain/plan-day.ts';
import type { PlanInputs, Visit } from './domain/plan.ts';
import { reject } from './domain/rejections.ts';
import { replanDay, type Change } from './domain/replan-day.ts';
import { formerlySent, type FormerlySent } from './domain/sent.ts';
import { PlanInputQueries } from './plan-inputs.queries.ts';
import { planPolicyInForce } from './plan-policy.queries.ts';
import { drawOf } from './seeded-draw.ts';
import { PlanInputsTable, plans, PlanVisitTable } from './plan.table.ts';

const SEEDS = 2 ** 32;
const absent = z.array(words(200)).max(2_000);
const seed = z
  .int()
  .min(0)
  .max(SEEDS - 1)
  .nullish();
const makeShape = z.object({
  day: countyDate,
  seed,
  absent: absent.nullish().transform((subs) => subs ?? []),
  share: z.int().min(0).max(100).nullish(),
  visitsPerTeam: z.int().min(1).max(100).nullish(),
});
const replanShape = z.object({ planId: z.uuid(), absent, seed });

@Injectable()
export class PlanService {
  constructor(
    private readonly db: Database,
    private readonly queries: PlanInputQueries,
    private readonly inspectors: InspectorQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** Draws the plan of a day, keeping what it was drawn from; a day has one. */
  async make(viewer: Viewer, input: MakeInspectionPlanInput): Promise<InspectionPlan> {
    const asked = shaped(makeShape, input);
    const { day } = asked;
    assertPlannable(day, await this.today());
    assertOnList(await this.inspectors.registered(asked.absent), asked.absent);
    const made = { id: uuidv7(), day, seed: asked.seed ?? randomInt(SEEDS), by: viewer.sub };
    try {
      return await this.db.transaction(async (tx) => {
        const inputs = await this.#inputs(tx, asked);
        const drawn = planDay(inputs, drawOf(made.seed));
        const now = await tx.now();
        const plan = await create(tx, plans, makePlan(made, drawn, now), now);
        await insertAll(tx, PlanInputsTable, [{ planId: plan.id, inputs }]);
        await this.#put(tx, plan, drawn.visits, new Map());
        return plan;
      });
    } catch (cause) {
      if (isUniqueViolation(cause, 'inspection_plan_day_key')) throw reject('PLAN_EXISTS', { field: 'day', day });
      throw cause;
    }
  }

  /** Somebody fell out: what is done stays, and so do the visits of those who can still go; interests count as they are by now. */
  async replan(viewer: Viewer, input: ReplanInspectionsInput): Promise<InspectionPlan> {
    const { planId, absent: subs, seed: named } = shaped(replanShape, input);
    const drawnSeed = named ?? randomInt(SEEDS);
    return this.db.transaction(async (tx) => {
      const stored = await tx.manager.findOne(plans.table, {
        where: { id: planId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!stored) throw plans.notFound();
      assertReplannable(stored, this.#dayOf(await tx.now()));
      assertInPlan(stored, subs);
      const { inputs } = await tx.manager.findOneByOrFail(PlanInputsTable, { planId });
      const visits = await tx.manager.find(PlanVisitTable, { where: { planId }, order: { position: 'ASC' } });
      const change = { absent: subs, ...(await this.#now(tx, stored)) };
      const drawn = replanDay({ teams: stored.teams, visits }, inputs, change, drawOf(drawnSeed));
      const plan = await save(tx, plans, stored, (before, at) =>
        changePlan(before, drawn, { at, by: viewer.sub, ...change, seed: drawnSeed }),
      );
      const former = formerlySent({ teams: stored.teams, visits }, drawn, plan.changes.at(-1)!.at);
      await tx.manager.delete(PlanVisitTable, { planId });
      await this.#put(tx, plan, drawn.visits, former);
      return plan;
    });
  }

  /** The county's day. */
  async today(): Promise<string> {
    return this.#dayOf(await this.db.now());
  }

  #dayOf(now: Date): string {
    return countyDay(now, this.config.COUNTY_TIME_ZONE);
  }

  async #inputs({ manager }: Tx, { day, absent: subs, ...asked }: z.output<typeof makeShape>): Promise<PlanInputs> {
    const { share, visitsPerTeam, mostDays, mostFailures, failureDays } = await planPolicyInForce(manager);
    const policy = {
      ...{ mostDays, mostFailures, failureDays },
      share: asked.share ?? share,
      visitsPerTeam: asked.visitsPerTeam ?? visitsPerTeam,
    };
    const firms = await this.queries.firms(manager, day, failureDays);
    return { firms, inspectors: await this.queries.inspectors(manager, subs), policy };
  }

  /** What became of a plan since it was drawn. */
  async #now({ manager }: Tx, { id, teams }: InspectionPlan): Promise<Pick<Change, 'done' | 'interests'>> {
    const members = teams.flatMap((team) => team.members);
    return {
      done: await this.queries.done(manager, id),
      interests: await this.queries.interests(manager, members),
    };
  }

  #put(
    tx: Tx,
    { id: planId, day }: InspectionPlan,
    visits: readonly Visit[],
    former: ReadonlyMap<string, readonly FormerlySent[]>,
  ): Promise<void> {
    const rows = visits.map(({ creditCode, townCode, reason, team, notPlannedBecause }, i) => ({
      ...{ creditCode, townCode, reason, team, notPlannedBecause },
      planId,
      day,
      position: i + 1,
      former: former.get(creditCode) ?? [],
    }));
    return insertAll(tx, PlanVisitTable, rows);
  }
}
