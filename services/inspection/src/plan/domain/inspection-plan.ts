import type { Announcement } from '@qifutong/contracts/define-event';
import { planMade } from '@qifutong/contracts/inspection/plan-made';
import { addDays } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import type { DayPlan, Team } from './plan.ts';
import type { Change } from './replan-day.ts';
import { reject } from './rejections.ts';

/** What the lots were drawn again for, and how: with the plan's inputs, all that the draw was made from. */
export interface PlanChange extends Pick<Change, 'absent' | 'lit'> {
  readonly at: Date;
  /** null: nobody, the plan was brought up to date when its day began */
  readonly by: string | null;
  /** null: a change of before it was kept */
  readonly done: Change['done'] | null;
  /** null: those that the plan was made from */
  readonly interests: Change['interests'] | null;
  readonly seed: number;
}

/** 每日抽查计划, without its visits: they are rows of their own. */
export interface InspectionPlan {
  readonly id: string;
  readonly version: number;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly seed: number;
  readonly teams: readonly Team[];
  readonly changes: readonly PlanChange[];
  readonly madeAt: Date;
  readonly madeBy: string;
}

const DAYS_AHEAD = 31;

/** A plan is of today or of one of the next days. */
export function assertPlannable(day: string, today: string): void {
  const isInRange = day >= today && day <= addDays(today, DAYS_AHEAD);
  if (!isInRange) throw reject('PLAN_DAY_OUT_OF_RANGE', { field: 'day', days: DAYS_AHEAD });
}

/** What a day that is over was planned for is on file. */
export function assertReplannable({ day }: Pick<InspectionPlan, 'day'>, today: string): void {
  if (day < today) throw reject('PLAN_DAY_OUT_OF_RANGE', { field: 'planId', days: DAYS_AHEAD });
}

/** Who is away is on the list of inspectors, active or not: a slip of the pen would send who is away. */
export function assertOnList(listed: ReadonlySet<string>, absent: readonly string[]): void {
  absent.forEach((sub, i) => {
    if (!listed.has(sub)) throw reject('PLAN_INSPECTOR_NOT_IN_IT', { field: `absent.${i}`, sub });
  });
}

/** Who falls out must have been in it. */
export function assertInPlan({ teams }: Pick<InspectionPlan, 'teams'>, absent: readonly string[]): void {
  assertOnList(new Set(teams.flatMap((team) => team.members)), absent);
}

interface Made {
  readonly id: string;
  readonly day: string;
  readonly seed: number;
  readonly by: string;
}

function announced(plan: InspectionPlan, seed: number, { visits, teams }: DayPlan): Announcement {
  return planMade({
    planId: plan.id,
    day: plan.day,
    seed,
    replanned: plan.changes.length > 0,
    teams: teams.filter(({ members }) => members.length > 0).length,
    visits: visits.length,
    notPlanned: visits.filter(({ team }) => team === null).length,
  });
}

export function makePlan(
  { id, day, seed, by }: Made,
  drawn: DayPlan,
  now: Date,
): Decision<InspectionPlan, Announcement> {
  const state = { id, version: 0, day, seed, teams: drawn.teams, changes: [], madeAt: now, madeBy: by };
  return { state, events: [announced(state, seed, drawn)] };
}

/** Somebody fell out, or firms turned red or yellow: teams and visits are those drawn again, the change is kept. */
export function changePlan(
  plan: InspectionPlan,
  drawn: DayPlan,
  change: PlanChange,
): Decision<InspectionPlan, Announcement> {
  const state = { ...plan, teams: drawn.teams, changes: [...plan.changes, change] };
  return { state, events: [announced(state, change.seed, drawn)] };
}
