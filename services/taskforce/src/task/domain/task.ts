import type { ClockKind, Domain, Nature, Urgency } from '@qifutong/contracts/fields';
import { instantOf, nextDueAt, type Clock } from './clock.ts';
import { reject } from './rejections.ts';

export const taskStatuses = ['DISPATCHED', 'ACCEPTED', 'SOLUTION_PROPOSED', 'CLOSED', 'CANCELLED'] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export const endedStatuses = ['CLOSED', 'CANCELLED'] as const satisfies TaskStatus[];
export const openStatuses = taskStatuses.filter((status) => !(endedStatuses as readonly TaskStatus[]).includes(status));
export type ClosedBecause = 'WRITTEN_OFF' | 'REOPENED';
export type CancelledBecause = 'MERGED' | 'COMMON_ISSUE' | 'WITHDRAWN';

/** 任务: one issue, in one round, or one common issue, in the hands of one task force */
export interface Task {
  readonly id: string;
  readonly version: number;
  /** null of the task of a common issue */
  readonly issueId: string | null;
  /** what the task is about, where that is no single issue; of a cancelled task: the common issue that took its issue in */
  readonly commonIssueId: string | null;
  /** of its issue, or of its common issue */
  readonly number: string;
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
  /** the guidance that settled it, where none of the task force's own words did, and the batch that applied it */
  readonly guidanceId: string | null;
  readonly guidanceVersion: number | null;
  readonly batchId: string | null;
  readonly closedAt: Date | null;
  readonly closedBecause: ClosedBecause | null;
  readonly cancelledAt: Date | null;
  readonly cancelledBecause: CancelledBecause | null;
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
  settle: { from: ['DISPATCHED', 'ACCEPTED'] },
  unsettle: { from: ['SOLUTION_PROPOSED'] },
  close: { from: openStatuses },
  cancel: { from: openStatuses },
} as const satisfies Record<string, { from: readonly TaskStatus[] }>;
export type TaskMove = keyof typeof moves;

/** What a missed deadline asked for and is still to be done, by status. */
export const awaited: Readonly<Record<TaskStatus, readonly ClockKind[]>> = {
  DISPATCHED: ['ACCEPTANCE', 'SOLUTION'],
  ACCEPTED: ['SOLUTION'],
  SOLUTION_PROPOSED: [],
  CLOSED: [],
  CANCELLED: [],
};

/** The states in which a move may be made. */
export function statusesFor(move: TaskMove): readonly TaskStatus[] {
  return moves[move].from;
}

/** @throws TASK_STATUS_FORBIDS_MOVE, naming state and move */
export function assertMove({ number, status }: Task, move: TaskMove): void {
  if (!statusesFor(move).includes(status)) throw reject('TASK_STATUS_FORBIDS_MOVE', { number, status, move });
}

/** @throws TASK_OF_OTHER_TASK_FORCE */
export function assertOwn(task: Task, by: Actor): void {
  if (by.taskForce !== task.taskForceCode) throw reject('TASK_OF_OTHER_TASK_FORCE', { number: task.number });
}

/** The task with its caches made anew from its clocks: what the database searches by. */
export function cached(task: Omit<Task, 'nextDueAt' | 'overdue'>): Task {
  const { clocks, status } = task;
  const overdue = clocks.some((clock) => awaited[status].includes(clock.kind) && instantOf(clock, 'BREACHED') !== null);
  return { ...task, nextDueAt: nextDueAt(clocks), overdue };
}
