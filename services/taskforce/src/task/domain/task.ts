import type { ClockKind, Domain, Nature, Urgency } from '@qifutong/contracts/fields';
import { instantOf, nextDueAt, type Clock } from './clock.ts';
import { reject } from './rejections.ts';

export const taskStatuses = ['DISPATCHED', 'ACCEPTED', 'SOLUTION_PROPOSED', 'CLOSED'] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export const openStatuses = taskStatuses.filter((status) => status !== 'CLOSED');
export type ClosedBecause = 'WRITTEN_OFF' | 'REOPENED';

/** 任务: one issue, in one round, in the hands of one task force */
export interface Task {
  readonly id: string;
  readonly version: number;
  readonly issueId: string;
  readonly issueNumber: string;
  readonly round: number;
  readonly nature: Nature;
  readonly domain: Domain;
  readonly urgency: Urgency;
  readonly firmCreditCode: string | null;
  readonly townCode: string | null;
  readonly taskForceCode: string;
  readonly status: TaskStatus;
  /** of the policy that was chosen at dispatch */
  readonly policyVersion: number;
  readonly solveWithin: string;
  readonly dispatchedAt: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly solutionText: string | null;
  readonly solutionMeasures: readonly string[];
  readonly proposedAt: Date | null;
  readonly proposedBy: string | null;
  readonly closedAt: Date | null;
  readonly closedBecause: ClosedBecause | null;
  readonly clocks: readonly Clock[];
  /** caches of what the clocks say, see `cached` */
  readonly nextDueAt: Date | null;
  readonly overdue: boolean;
}

/** Who acts on a task. */
export interface Actor {
  readonly sub: string;
  readonly taskForce: string | null;
}

/** The state table of domain.md 3.2, as far as it is built. */
const moves = {
  accept: { from: ['DISPATCHED'] },
  proposeSolution: { from: ['ACCEPTED'] },
  close: { from: ['DISPATCHED', 'ACCEPTED', 'SOLUTION_PROPOSED'] },
} as const satisfies Record<string, { from: readonly TaskStatus[] }>;
export type TaskMove = keyof typeof moves;

/** What a missed deadline asked for and is still to be done, by status. */
const awaited: Readonly<Record<TaskStatus, readonly ClockKind[]>> = {
  DISPATCHED: ['ACCEPTANCE', 'SOLUTION'],
  ACCEPTED: ['SOLUTION'],
  SOLUTION_PROPOSED: [],
  CLOSED: [],
};

/** @throws TASK_STATUS_FORBIDS_MOVE, naming state and move */
export function assertMove({ issueNumber, status }: Task, move: TaskMove): void {
  const from: readonly TaskStatus[] = moves[move].from;
  if (!from.includes(status)) throw reject('TASK_STATUS_FORBIDS_MOVE', { number: issueNumber, status, move });
}

/** @throws TASK_OF_OTHER_TASK_FORCE */
export function assertOwn(task: Task, by: Actor): void {
  if (by.taskForce !== task.taskForceCode) throw reject('TASK_OF_OTHER_TASK_FORCE', { number: task.issueNumber });
}

/** The task with its caches made anew from its clocks: what the database searches by. */
export function cached(task: Omit<Task, 'nextDueAt' | 'overdue'>): Task {
  const { clocks, status } = task;
  const overdue = clocks.some((clock) => awaited[status].includes(clock.kind) && instantOf(clock, 'BREACHED') !== null);
  return { ...task, nextDueAt: nextDueAt(clocks), overdue };
}
