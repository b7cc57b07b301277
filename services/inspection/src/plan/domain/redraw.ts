import type { Draw } from './draw.ts';
import type { PlanChange } from './inspection-plan.ts';
import { planDay } from './plan-day.ts';
import type { DayPlan, PlanInputs } from './plan.ts';
import { replanDay } from './replan-day.ts';

interface DrawnAgain extends Pick<PlanChange, 'absent' | 'done' | 'interests' | 'seed'> {
  /** none in a file from before colours were looked at again */
  readonly lit?: PlanChange['lit'];
}

/** A draw as it is handed out: what it was made from, and the plan as it stands. */
export interface Drawn {
  readonly day: string;
  readonly seed: number;
  /** what was drawn again since, in order */
  readonly changes: readonly DrawnAgain[];
  readonly inputs: PlanInputs;
  readonly plan: DayPlan;
}

interface Redrawn {
  readonly plan: DayPlan;
  /** null where what a change was made from was not kept yet, so that there is nothing to compare it with */
  readonly same: boolean | null;
}

// keys in one order: what a database gives back is the same in another one
function written(value: unknown): string {
  const inOrder = (_: string, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : one;
  return JSON.stringify(value, inOrder);
}

/** Draws a plan again from what it was drawn from, with all its changes as far as what they were made from was kept. */
export function redraw({ seed, changes, inputs, plan: stored }: Drawn, drawOf: (seed: number) => Draw): Redrawn {
  let plan = planDay(inputs, drawOf(seed));
  for (const { absent, done, interests, lit = [], seed: drawnAgain } of changes) {
    if (done === null || interests === null) return { plan, same: null };
    plan = replanDay(plan, inputs, { absent, done, interests, lit }, drawOf(drawnAgain));
  }
  return { plan, same: written(plan) === written(stored) };
}
