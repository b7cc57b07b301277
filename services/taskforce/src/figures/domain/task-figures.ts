import { rate, type Rate } from '@qifutong/kernel/rate';

/** What was counted under one key; what is not there was not met with. */
export interface TaskCounts {
  readonly acceptancesDue: number;
  readonly acceptedInTime: number;
  readonly solutionsDue: number;
  readonly solvedInTime: number;
  readonly missed: number;
  readonly cured: number;
  readonly dispatched: number;
  readonly returned: number;
  /** tasks that were neither returned nor transferred: each stands for its round */
  readonly settledHere: number;
  /** transfers on the way to those */
  readonly hops: number;
  readonly notices: number;
}

export type KeyedTaskCounts = { readonly key: string } & Partial<TaskCounts>;

/** How task forces keep their time (domain.md 8), under one key. */
export interface TaskFigures {
  readonly key: string;
  readonly dispatched: number;
  readonly responseRate: Rate;
  readonly onTimeRate: Rate;
  readonly cureRate: Rate;
  readonly returnRate: Rate;
  /** above 1 where notices are repeated, so no share and without an interval */
  readonly urging: { readonly notices: number; readonly dispatched: number; readonly ratio: number | null };
  readonly hops: { readonly n: number; readonly mean: number | null };
}

const nothing: TaskCounts = {
  acceptancesDue: 0,
  acceptedInTime: 0,
  solutionsDue: 0,
  solvedInTime: 0,
  missed: 0,
  cured: 0,
  dispatched: 0,
  returned: 0,
  settledHere: 0,
  hops: 0,
  notices: 0,
};

const quotient = (numerator: number, n: number) => (n === 0 ? null : numerator / n);

function figuresOf(key: string, told: readonly KeyedTaskCounts[]): TaskFigures {
  const count = { ...nothing, ...Object.assign({}, ...told) } as TaskCounts;
  const { dispatched, notices, settledHere } = count;
  return {
    key,
    dispatched,
    responseRate: rate(count.acceptedInTime, count.acceptancesDue),
    onTimeRate: rate(count.solvedInTime, count.solutionsDue),
    cureRate: rate(count.cured, count.missed),
    returnRate: rate(count.returned, dispatched),
    urging: { notices, dispatched, ratio: quotient(notices, dispatched) },
    hops: { n: settledHere, mean: quotient(count.hops, settledHere) },
  };
}

/** One row of figures for each key that anything was counted under, in the order of the keys. */
export function taskFigures(counts: readonly KeyedTaskCounts[]): TaskFigures[] {
  const byKey = Map.groupBy(counts, ({ key }) => key);
  return [...byKey].map(([key, told]) => figuresOf(key, told)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
