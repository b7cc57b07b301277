import type { Colour } from '@qifutong/contracts/fields';

/** A firm that may be visited, as the plan sees it. */
export interface Visitable {
  readonly creditCode: string;
  /** null: a town that is not known; only teams of the whole county reach it */
  readonly townCode: string | null;
  /** null: never inspected */
  readonly colour: Colour | null;
  /** county days since its last inspection; null: never inspected */
  readonly daysSince: number | null;
  /** inspections that failed of late */
  readonly failures: number;
  /** who performed its last inspection */
  readonly lastBy: readonly string[];
}

/** An inspector who works on that day. */
export interface OnDuty {
  readonly sub: string;
  /** null: the whole county */
  readonly townCode: string | null;
  /** credit codes of firms in which the inspector has an interest */
  readonly conflicts: readonly string[];
}

/** What plans are drawn by. */
export interface PlanPolicy {
  /** percent of the firms that are neither red nor yellow, by town */
  readonly share: number;
  readonly visitsPerTeam: number;
  /** how much longest waiting and failures may add to a chance */
  readonly mostDays: number;
  readonly mostFailures: number;
  /** so many days back a failure counts */
  readonly failureDays: number;
}

/** Inspectors who go together, two or three; only where nobody else can go would there be one, and then none is sent. */
export interface Team {
  /** null: the whole county */
  readonly townCode: string | null;
  readonly members: readonly string[];
}

export type VisitReason = 'RED' | 'YELLOW' | 'DRAWN';
export type NotPlannedBecause = 'NO_TEAM' | 'CONFLICT' | 'FULL';

export interface Visit {
  readonly creditCode: string;
  readonly townCode: string | null;
  readonly reason: VisitReason;
  /** index of the team; null where none can go */
  readonly team: number | null;
  readonly notPlannedBecause: NotPlannedBecause | null;
}

/** 双随机: which teams visit which firms on a day. */
export interface DayPlan {
  readonly teams: readonly Team[];
  readonly visits: readonly Visit[];
}

/** In which firms an inspector has an interest. */
export type Interests = Pick<OnDuty, 'sub' | 'conflicts'>;

export interface PlanInputs {
  readonly firms: readonly Visitable[];
  readonly inspectors: readonly OnDuty[];
  readonly policy: PlanPolicy;
}

/** How likely a firm is drawn beside others: by the days that it waited, and by what was found wrong. */
export function weightOf({ daysSince, failures }: Visitable, { mostDays, mostFailures }: PlanPolicy): number {
  const waited = daysSince === null ? mostDays : Math.min(daysSince, mostDays);
  return (1 + waited) * (1 + Math.min(failures, mostFailures));
}
