import type { Draw } from './draw.ts';
import { planDay } from './plan-day.ts';
import type { DayPlan, PlanInputs } from './plan.ts';

/** A draw as it is handed out: what it was made from, and the plan as it stands. */
export interface Drawn {
  readonly day: string;
  readonly seed: number;
  /** how often the plan was changed since: its teams and visits are not those of the first draw then */
  readonly changes: number;
  readonly inputs: PlanInputs;
  readonly plan: DayPlan;
}

interface Redrawn {
  readonly plan: DayPlan;
  /** null where the plan was changed since, so that there is nothing to compare it with */
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

/** Draws a plan again from what it was drawn from. */
export function redraw({ seed, changes, inputs, plan: stored }: Drawn, drawOf: (seed: number) => Draw): Redrawn {
  const plan = planDay(inputs, drawOf(seed));
  return { plan, same: changes > 0 ? null : written(plan) === written(stored) };
}
