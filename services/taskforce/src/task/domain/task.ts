import type { Domain, Nature, SuspensionReason, Urgency } from '@qifutong/contracts/fields';
import {
  earliest,
  instantOf,
  isNearLimit,
  lapsesAt,
  neverRan,
  nextDueAt,
  nextNoticeAt,
  timesUrged,
  wakesAt,
  type Clock,
  type ClockKind,
} from '../../clock/domain/clock.ts';
import type { TimeLimit } from '../../clock/domain/time-limit.ts';
import type { ClockCache } from './clock-cache.ts';
import { reject } from './rejections.ts';

export const taskStatuses = [
  'DISPATCHED',
  'ACCEPTED',
  'SUSPENDED',
  'SOLUTION_PROPOSED',
  'RETURNED',
  'TRANSFERRED',
  'CLOSED',
  'CANCELLED',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export const endedStatuses = ['RETURNED', 'TRANSFERRED', 'CLOSED', 'CANCELLED'] as const satisfies TaskStatus[];
/** ended, but its issue goes on with another task of the same round */
export const replacedStatuses = ['RETURNED', 'TRANSFERRED', 'CANCELLED'] as const satisfies TaskStatus[];
export const openStatuses = taskStatuses.filter((status) => !(endedStatuses as readonly TaskStatus[]).includes(status));
export type ClosedBecause = 'WRITTEN_OFF' | 'REOPENED';
export type CancelledBecause = 'MERGED' | 'COMMON_ISSUE' | 'WITHDRAWN';

/** A solution that the centre found ineffective, kept as it was told. */
export interface IneffectiveSolution {
  readonly text: string;
  readonly measures: readonly string[];
  readonly attachments: readonly string[];
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly rejectedAt: Date;
  readonly rejectedBy: string;
  readonly reason: string;
}

/** 任务: one issue, in one round, or one common issue, in the hands of one task force */
export interface Task extends ClockCache {
  readonly id: string;
  readonly version: number;
  /** null of the task of a common issue */
  readonly issueId: string | null;
  /** what the task is about, where that is no single issue; of a cancelled or a returned task: the common issue that took its issue in */
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
  readonly solveWithin: TimeLimit;
  readonly warnAt: readonly number[];
  readonly dispatchedAt: Date;
  /** the task of the same round that was returned, transferred or taken into a common issue, which this one goes on with */
  readonly predecessorId: string | null;
  /** of such a one: when the first of them was dispatched, which is when intake dispatched the issue */
  readonly firstDispatchedAt: Date | null;
  /** how often the round was transferred before it came to this task force */
  readonly hops: number;
  /** the round was returned once already, or the centre ordered acceptance: this task cannot be returned */
  readonly mustAccept: boolean;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  /** task forces that help; the lead one, `taskForceCode`, stays responsible */
  readonly coHandlers: readonly string[];
  readonly solutionText: string | null;
  readonly solutionMeasures: readonly string[];
  /** references to what is stored elsewhere */
  readonly solutionAttachments: readonly string[];
  readonly proposedAt: Date | null;
  readonly proposedBy: string | null;
  readonly ineffectiveSolutions: readonly IneffectiveSolution[];
  /** the guidance that settled it, where none of the task force's own words did, and the batch that applied it */
  readonly guidanceId: string | null;
  readonly guidanceVersion: number | null;
  readonly batchId: string | null;
  readonly suspendedAt: Date | null;
  readonly suspendedBy: string | null;
  readonly suspensionReason: SuspensionReason | null;
  readonly suspensionNote: string | null;
  /** the one extension */
  readonly extendedAt: Date | null;
  readonly extendedBy: string | null;
  readonly extendedUntil: Date | null;
  readonly extensionReason: string | null;
  /** 退单, 转办: when it was returned or transferred, by whom and why */
  readonly handedOnAt: Date | null;
  readonly handedOnBy: string | null;
  readonly handedOnReason: string | null;
  /** of a returned task: the centre has it to dispatch anew */
  readonly awaitsRedispatch: boolean;
  readonly closedAt: Date | null;
  readonly closedBecause: ClosedBecause | null;
  readonly cancelledAt: Date | null;
  readonly cancelledBecause: CancelledBecause | null;
  /** a 催办单 was issued for it, for a missed deadline or by hand */
  readonly urged: boolean;
  readonly clocks: readonly Clock[];
}

/** after every deadline: what stands still, or is solved, is put in order behind what runs */
export const NEVER = new Date('9999-12-31T00:00:00Z');

/** Who acts on a task. */
export interface Actor {
  readonly sub: string;
  readonly taskForce: string | null;
}

interface Way {
  readonly from: readonly TaskStatus[];
  readonly to: readonly TaskStatus[];
  /** the state of the new task that goes on with it */
  readonly opens?: TaskStatus;
}

/** The state table of domain.md 3.2: where a move may be made, and where it leads; nowhere where it keeps the state. Drawn in docs/task-states.md. */
export const moves = {
  accept: { from: ['DISPATCHED'], to: ['ACCEPTED'] },
  return: { from: ['DISPATCHED'], to: ['RETURNED'] },
  redispatch: { from: ['RETURNED'], to: [], opens: 'DISPATCHED' },
  transfer: { from: ['ACCEPTED'], to: ['TRANSFERRED'], opens: 'DISPATCHED' },
  transferByCentre: { from: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'], to: ['TRANSFERRED'], opens: 'DISPATCHED' },
  suspend: { from: ['ACCEPTED'], to: ['SUSPENDED'] },
  resume: { from: ['SUSPENDED'], to: ['ACCEPTED'] },
  extend: { from: ['DISPATCHED', 'ACCEPTED'], to: [] },
  coHandle: { from: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'], to: [] },
  urge: { from: ['DISPATCHED', 'ACCEPTED'], to: [] },
  supervise: { from: openStatuses, to: [] },
  proposeSolution: { from: ['ACCEPTED'], to: ['SOLUTION_PROPOSED'] },
  rejectSolution: { from: ['SOLUTION_PROPOSED'], to: ['ACCEPTED'] },
  settle: { from: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'], to: ['SOLUTION_PROPOSED'] },
  unsettle: { from: ['SOLUTION_PROPOSED'], to: ['DISPATCHED', 'ACCEPTED', 'SUSPENDED'] },
  close: { from: openStatuses, to: ['CLOSED'] },
  cancel: { from: openStatuses, to: ['CANCELLED'] },
} as const satisfies Record<string, Way>;
export type TaskMove = keyof typeof moves;

/** What a missed deadline asked for and is still to be done, by status. */
export const awaited: Readonly<Record<TaskStatus, readonly ClockKind[]>> = {
  DISPATCHED: ['ACCEPTANCE', 'SOLUTION', 'FIRM'],
  ACCEPTED: ['SOLUTION', 'FIRM'],
  SUSPENDED: ['SOLUTION', 'FIRM'],
  SOLUTION_PROPOSED: [],
  RETURNED: [],
  TRANSFERRED: [],
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
  if (by.taskForce !== task.taskForceCode)
    throw reject('TASK_OF_OTHER_TASK_FORCE', { field: 'taskId', number: task.number });
}

/** Whether somebody has it to work on. */
export function isInHands({ status }: Pick<Task, 'status'>): boolean {
  return openStatuses.includes(status);
}

/** Whether the firm's clock ran on in it, or would have, because a common issue took its issue in. */
export function isOfMember({ issueId, commonIssueId }: Pick<Task, 'issueId' | 'commonIssueId'>): boolean {
  return issueId !== null && commonIssueId !== null;
}

/** The firm's own solution clock: the first of the round, in whoever's hands the task was when it started; not one that what started it does not hold of. */
export function firmClock({ clocks }: Pick<Task, 'clocks'>): Clock | undefined {
  const firm = clocks.find(({ kind }) => kind === 'FIRM') ?? clocks.find(({ kind }) => kind === 'SOLUTION');
  return firm && !neverRan(firm) ? firm : undefined;
}

/** Whether what a clock's missed deadline asked for is still to be done; while the centre has it to dispatch anew, that is what the firm was promised. */
export function isAwaited(task: Pick<Task, 'status' | 'awaitsRedispatch' | 'clocks'>, clock: Clock): boolean {
  if (instantOf(clock, 'BREACHED') === null) return false;
  if (task.awaitsRedispatch) return clock.kind === firmClock(task)?.kind;
  return awaited[task.status].includes(clock.kind);
}

/** The task with its caches made anew from its clocks: what the database searches by. */
export function cached(task: Omit<Task, keyof ClockCache>): Task {
  const { clocks } = task;
  const of = (kind: ClockKind) => clocks.find((clock) => clock.kind === kind);
  const missed = (kind: ClockKind) =>
    clocks.some((clock) => clock.kind === kind && instantOf(clock, 'BREACHED') !== null);
  // nobody is warned of what nobody has
  const looksAt = isInHands(task) ? wakesAt : lapsesAt;
  const deadline = (clock: Clock) => instantOf(clock, 'BREACHED') ?? clock.dueAt;
  const solution = clocks.find((clock) => clock.kind === 'SOLUTION' && (task.acceptedAt !== null || !neverRan(clock)));
  const acceptDueAt = deadline(of('ACCEPTANCE')!)!;
  const solveDueAt = solution ? deadline(solution) : null;
  const pressing = earliest([...clocks.filter((clock) => isAwaited(task, clock)).map(deadline), nextDueAt(clocks)]);
  return {
    ...task,
    nextDueAt: nextDueAt(clocks),
    wakeAt: earliest(clocks.map((clock) => (isAwaited(task, clock) ? nextNoticeAt(clock) : looksAt(clock)))),
    overdue: clocks.some((clock) => isAwaited(task, clock)),
    acceptDueAt,
    acceptMissed: missed('ACCEPTANCE'),
    solveDueAt,
    solveMissed: missed('SOLUTION'),
    timesUrged: clocks.reduce((sum, clock) => sum + timesUrged(clock), 0),
    deadlineAt: pressing ?? (isInHands(task) ? NEVER : (solveDueAt ?? acceptDueAt)),
    nearLimit: isInHands(task) && clocks.some(isNearLimit),
  };
}
