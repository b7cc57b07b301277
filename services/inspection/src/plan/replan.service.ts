import { Inject, Injectable } from '@nestjs/common';
import { countyDay, countyInstant } from '@qifutong/kernel/county-time';
import { save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import type { ReplanInspectionsInput } from '../generated/graphql.ts';
import {
  assertInPlan,
  assertReplannable,
  changePlan,
  type InspectionPlan,
  type PlanChange,
} from './domain/inspection-plan.ts';
import { replanDay, type Change } from './domain/replan-day.ts';
import { formerlySent } from './domain/sent.ts';
import { PlanInputQueries } from './plan-inputs.queries.ts';
import { replanShape } from './plan-shape.ts';
import { insertVisits, PlanInputsTable, plans, PlanVisitTable } from './plan.table.ts';
import { anySeed, drawOf } from './seeded-draw.ts';

type Asked = Pick<PlanChange, 'absent' | 'by' | 'lit' | 'seed'>;

@Injectable()
export class ReplanService {
  constructor(
    private readonly db: Database,
    private readonly queries: PlanInputQueries,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  /** What is done stays, and so do the visits of those who can still go; interests and colours count as they are by now. */
  async replan(viewer: Viewer, input: ReplanInspectionsInput): Promise<InspectionPlan> {
    const { planId, absent: subs, seed: named } = shaped(replanShape, input);
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const stored = await tx.manager.findOne(plans.table, { where: { id: planId }, lock });
      if (!stored) throw plans.notFound();
      assertReplannable(stored, this.#dayOf(await tx.now()));
      assertInPlan(stored, subs);
      const lit = await this.queries.lit(tx.manager, stored);
      return this.#drawAgain(tx, stored, { absent: subs, by: viewer.sub, seed: named ?? anySeed(), lit });
    });
  }

  /**
   * Draws the plan of the day that runs again where firms that are red or yellow are missing in it; nobody does so while another has it in hand.
   * @returns milliseconds until the next day begins, by the database's clock
   */
  bringUpToDate(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const day = this.#dayOf(now);
      const lock = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;
      const stored = await tx.manager.findOne(plans.table, { where: { day }, lock });
      const lit = stored ? await this.queries.lit(tx.manager, stored) : [];
      if (stored && lit.length > 0) await this.#drawAgain(tx, stored, { absent: [], by: null, seed: anySeed(), lit });
      const { COUNTY_TIME_ZONE: zone } = this.config;
      return countyInstant(day, '24:00', zone).getTime() - now.getTime();
    });
  }

  async #drawAgain(tx: Tx, stored: InspectionPlan, { by, seed, ...asked }: Asked): Promise<InspectionPlan> {
    const { id: planId, teams } = stored;
    const { inputs } = await tx.manager.findOneByOrFail(PlanInputsTable, { planId });
    const visits = await tx.manager.find(PlanVisitTable, { where: { planId }, order: { position: 'ASC' } });
    const change = { ...asked, ...(await this.#now(tx, stored)) };
    const drawn = replanDay({ teams, visits }, inputs, change, drawOf(seed));
    const plan = await save(tx, plans, stored, (before, at) => changePlan(before, drawn, { at, by, ...change, seed }));
    const former = formerlySent({ teams, visits }, drawn, plan.changes.at(-1)!.at);
    await tx.manager.delete(PlanVisitTable, { planId });
    await insertVisits(tx, plan, drawn.visits, former);
    return plan;
  }

  /** What became of a plan since it was drawn. */
  async #now({ manager }: Tx, { id, teams }: InspectionPlan): Promise<Pick<Change, 'done' | 'interests'>> {
    const members = teams.flatMap((team) => team.members);
    return {
      done: await this.queries.done(manager, id),
      interests: await this.queries.interests(manager, members),
    };
  }

  #dayOf(now: Date): string {
    return countyDay(now, this.config.COUNTY_TIME_ZONE);
  }
}
