import { colour, instant } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import type { InspectionPlan } from './domain/inspection-plan.ts';
import type { PlanInputs, Visit } from './domain/plan.ts';
import type { FormerlySent } from './domain/sent.ts';
import { reject } from './domain/rejections.ts';

const names = z.array(z.string());
const lit = z.object({
  creditCode: z.string(),
  townCode: z.string().nullable(),
  colour: colour.nullable(),
  daysSince: z.int().nullable(),
  failures: z.int(),
  lastBy: names,
});
const changes = z.array(
  z.object({
    at: instant,
    by: z.string().nullable(),
    absent: names,
    done: names.nullable().default(null),
    interests: z
      .array(z.object({ sub: z.string(), conflicts: names }))
      .nullable()
      .default(null),
    // a change from before colours were looked at again was drawn as if none had changed
    lit: z.array(lit).default([]),
    seed: z.int(),
  }),
);
const changesAsJson = {
  to: (value: z.output<typeof changes>) => changes.encode(value),
  from: (value: unknown) => changes.parse(value),
};
const former = z.array(z.object({ inspectors: names, until: instant }));
export const formerAsJson = {
  to: (value: z.output<typeof former>) => former.encode(value),
  from: (value: unknown) => former.parse(value),
};
const asNumber = { to: (value: number) => value, from: Number };

export const InspectionPlanTable = new EntitySchema<InspectionPlan>({
  name: 'inspection_plan',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    day: { type: 'date' },
    seed: { type: 'bigint', transformer: asNumber },
    teams: { type: 'jsonb' },
    changes: { type: 'jsonb', transformer: changesAsJson },
    madeAt: { type: 'timestamptz', precision: 3 },
    madeBy: { type: 'text' },
  },
});

/** What a plan was drawn from, so that anyone can repeat it. */
export const PlanInputsTable = new EntitySchema<{ planId: string; inputs: PlanInputs }>({
  name: 'inspection_plan_inputs',
  columns: { planId: { type: 'uuid', primary: true }, inputs: { type: 'jsonb' } },
});

/** A visit in its place in the plan, from 1. */
export interface VisitRow extends Visit {
  readonly planId: string;
  readonly day: string;
  readonly position: number;
  readonly former: readonly FormerlySent[];
}

export const PlanVisitTable = new EntitySchema<VisitRow>({
  name: 'plan_visit',
  columns: {
    planId: { type: 'uuid', primary: true },
    creditCode: { type: 'text', primary: true },
    day: { type: 'date' },
    position: { type: 'int' },
    townCode: { type: 'text', nullable: true },
    reason: { type: 'text' },
    team: { type: 'int', nullable: true },
    notPlannedBecause: { type: 'text', nullable: true },
    former: { type: 'jsonb', transformer: formerAsJson },
  },
});

/** The visits of a plan, in their order, each with whom it was formerly given to. */
export function insertVisits(
  tx: Tx,
  { id: planId, day }: Pick<InspectionPlan, 'id' | 'day'>,
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

export const plans: Aggregate<InspectionPlan> = {
  table: InspectionPlanTable,
  key: 'id',
  notFound: () => reject('PLAN_NOT_FOUND', { field: 'planId' }),
};
