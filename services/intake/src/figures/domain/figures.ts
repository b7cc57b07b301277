import { rate, type Rate } from '@qifutong/kernel/rate';

export const figureDimensions = ['DAY', 'TOWN', 'CHANNEL', 'TASK_FORCE'] as const;
export type FigureDimension = (typeof figureDimensions)[number];

/** What was counted under one key; what is not there was not met with. */
export interface Counts {
  readonly acceptancesDue: number;
  readonly acceptedInTime: number;
  readonly solutionsDue: number;
  readonly solvedInTime: number;
  readonly attempted: number;
  readonly reached: number;
  readonly settled: number;
  readonly satisfied: number;
  readonly strictlySatisfied: number;
  readonly contacts: number;
  readonly issues: number;
  readonly registeredSoFar: number;
  readonly writtenOffSoFar: number;
}

export interface Backlog {
  readonly open: number;
  readonly medianHours: number | null;
  readonly p90Hours: number | null;
  readonly oldestHours: number | null;
}

export type KeyedCounts = { readonly key: string } & Partial<Counts> & { readonly backlog?: Backlog };

/** The figures that the county watches (domain.md 8), under one key. */
export interface Figures {
  readonly key: string;
  readonly responseRate: Rate;
  readonly onTimeRate: Rate;
  readonly resolutionRate: Rate;
  readonly satisfactionRate: Rate;
  readonly strictSatisfactionRate: Rate;
  readonly effectiveCallbackRate: Rate;
  readonly closureRate: Rate;
  readonly contactToIssueRatio: { readonly contacts: number; readonly issues: number; readonly ratio: number | null };
  readonly backlogAge: Backlog;
}

const nobody: Counts = {
  acceptancesDue: 0,
  acceptedInTime: 0,
  solutionsDue: 0,
  solvedInTime: 0,
  attempted: 0,
  reached: 0,
  settled: 0,
  satisfied: 0,
  strictlySatisfied: 0,
  contacts: 0,
  issues: 0,
  registeredSoFar: 0,
  writtenOffSoFar: 0,
};
const noBacklog: Backlog = { open: 0, medianHours: null, p90Hours: null, oldestHours: null };

function figuresOf(key: string, told: readonly KeyedCounts[]): Figures {
  const count = { ...nobody, ...Object.assign({}, ...told) } as Counts & { backlog?: Backlog };
  const { contacts, issues, reached } = count;
  return {
    key,
    responseRate: rate(count.acceptedInTime, count.acceptancesDue),
    onTimeRate: rate(count.solvedInTime, count.solutionsDue),
    resolutionRate: rate(count.settled, reached),
    satisfactionRate: rate(count.satisfied, reached),
    strictSatisfactionRate: rate(count.strictlySatisfied, reached),
    effectiveCallbackRate: rate(reached, count.attempted),
    closureRate: rate(count.writtenOffSoFar, count.registeredSoFar),
    contactToIssueRatio: { contacts, issues, ratio: issues === 0 ? null : contacts / issues },
    backlogAge: count.backlog ?? noBacklog,
  };
}

/** One row of figures for each key that anything was counted under, in the order of the keys. */
export function figures(counts: readonly KeyedCounts[]): Figures[] {
  const byKey = Map.groupBy(counts, ({ key }) => key);
  return [...byKey].map(([key, told]) => figuresOf(key, told)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
