import type { Channel, Domain, Urgency } from '@qifutong/contracts/fields';
import { minutesAfter, standardPolicy, type CallbackPolicy } from './callback-policy.ts';
import { reject } from './rejections.ts';

export const issueStatuses = [
  'REGISTERED',
  'ANSWERED',
  'REJECTED',
  'DISPATCHED',
  'IN_PROGRESS',
  'SOLVED',
  'WRITTEN_OFF',
  'REOPENED',
  'MERGED',
] as const;
export type IssueStatus = (typeof issueStatuses)[number];

export interface Issue {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly status: IssueStatus;
  readonly round: number;
  readonly firmCreditCode: string | null;
  readonly firmName: string | null;
  readonly townCode: string | null;
  readonly channel: Channel;
  readonly domain: Domain | null;
  readonly urgency: Urgency;
  /** 首问负责: never empty, survives every dispatch and transfer */
  readonly firstContactSub: string;
  readonly firstContactName: string;
  /** everybody who had a hand in it, in this round or before: none of them may call back */
  readonly handledBy: readonly string[];
  readonly registeredAt: Date;
  readonly dispatchedAt: Date | null;
  /** when the solution, or the answer on the spot, was given */
  readonly solvedAt: Date | null;
  readonly writtenOffAt: Date | null;
  /** the last change of status, task force or town, and the county's day of it: what the day's account goes by */
  readonly changedAt: Date;
  readonly changedOn: string;
  /** history that was loaded as of the day received */
  readonly loaded: boolean;
  /** who has its task, or that of its common issue */
  readonly taskForce: string | null;
  /** the task that was opened for it last in this round; null where nothing was heard of one */
  readonly taskId: string | null;
  /** why it is in this status: a code where it was rejected, words where it was reopened, taken out again or never reached */
  readonly statusReason: string | null;
  /** what was added to the code */
  readonly statusNote: string | null;
  /** of a merged issue: what it was before, and the issue that lives on */
  readonly formerStatus: IssueStatus | null;
  readonly mergedInto: string | null;
  readonly commonIssueId: string | null;
  /** what its present solution or answer rests on, and the batch that applied it */
  readonly guidanceId: string | null;
  readonly guidanceVersion: number | null;
  readonly batchId: string | null;
  /** 即时答复: what the firm was told on the spot */
  readonly answer: string | null;
  /** to be looked at again (复核): what it rests on has a newer version, in force or announced, or was withdrawn */
  readonly reviewDue: boolean;
  /** no batch may touch it */
  readonly optedOut: boolean;
  /** that it is urgent, or opted out, came from what was merged into it, and nobody has said it of this one */
  readonly tookUrgency: boolean;
  readonly tookOptOut: boolean;
  readonly callbackDueAt: Date | null;
  /** of the policy that the present solution or answer is called back by */
  readonly callbackPolicyVersion: number | null;
  /** nobody was reached: not to be tried again before that */
  readonly callAgainAt: Date | null;
  /** written off without the firm having been reached */
  readonly unreached: boolean;
}

/** 回访 is due from the solution or the answer on, by the policy of then. */
export function toCallBack(
  solvedAt: Date,
  { version, withinMinutes }: CallbackPolicy = standardPolicy,
): Pick<Issue, 'callbackPolicyVersion'> & { readonly callbackDueAt: Date } {
  return { callbackDueAt: minutesAfter(solvedAt, withinMinutes), callbackPolicyVersion: version };
}

/** What an issue without a solution has. */
export const unsolved = {
  solvedAt: null,
  callbackDueAt: null,
  callbackPolicyVersion: null,
  callAgainAt: null,
} as const satisfies Partial<Issue>;

export const openStatuses = [
  'REGISTERED',
  'ANSWERED',
  'DISPATCHED',
  'IN_PROGRESS',
  'SOLVED',
  'REOPENED',
] as const satisfies IssueStatus[];

export function isOpen({ status }: Pick<Issue, 'status'>): boolean {
  return (openStatuses as readonly IssueStatus[]).includes(status);
}

/** The state table of domain.md 2.3. */
const moves = {
  triage: { from: ['REGISTERED', 'REOPENED'] },
  dispatch: { from: ['REGISTERED', 'REOPENED'] },
  answer: { from: ['REGISTERED'] },
  reject: { from: ['REGISTERED'] },
  // a task that was transferred is opened and accepted once more; of a solved issue, where it is told late that the solution did not hold
  assign: { from: ['DISPATCHED', 'IN_PROGRESS', 'SOLVED'] },
  startWork: { from: ['DISPATCHED', 'IN_PROGRESS', 'SOLVED'] },
  solve: { from: ['IN_PROGRESS', 'SOLVED'] },
  findIneffective: { from: ['SOLVED'] },
  callBack: { from: ['SOLVED', 'ANSWERED'] },
  writeOffUnreached: { from: ['SOLVED', 'ANSWERED'] },
  reopen: { from: ['WRITTEN_OFF', 'REJECTED'] },
  merge: { from: openStatuses },
  unmerge: { from: ['MERGED'] },
  optOut: { from: openStatuses },
  // a merged issue is of the firm of the one that it is in
  matchFirm: { from: issueStatuses.filter((status) => status !== 'MERGED') },
  correctFirm: { from: issueStatuses.filter((status) => status !== 'MERGED') },
  link: { from: ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'REOPENED'] },
  unlink: { from: ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'REOPENED'] },
  settle: { from: ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'REOPENED'] },
} as const satisfies Record<string, { from: readonly IssueStatus[] }>;
export type IssueMove = keyof typeof moves;

export const statusesBefore = (move: IssueMove): readonly IssueStatus[] => moves[move].from;

/** @throws ISSUE_STATUS_FORBIDS_MOVE, naming state and move */
export function assertMove(issue: Issue, move: IssueMove): void {
  if (!statusesBefore(move).includes(issue.status))
    throw reject('ISSUE_STATUS_FORBIDS_MOVE', { number: issue.number, status: issue.status, move });
}

/** What a new round begins with. */
export const nothingDone = {
  ...unsolved,
  dispatchedAt: null,
  writtenOffAt: null,
  taskForce: null,
  taskId: null,
  guidanceId: null,
  guidanceVersion: null,
  batchId: null,
  answer: null,
  reviewDue: false,
  unreached: false,
} as const satisfies Partial<Issue>;

/** The issue in another status: the reason of the one before ends with it. */
export function inStatus(status: IssueStatus, issue: Issue): Issue {
  return { ...issue, status, statusReason: null, statusNote: null };
}

/** 销项 */
export function struckOff(issue: Issue, now: Date): Issue {
  return { ...inStatus('WRITTEN_OFF', issue), writtenOffAt: now, callbackDueAt: null, callAgainAt: null };
}

/** Adds somebody to those who had a hand in the issue. */
export function withHandler({ handledBy }: Issue, ...subs: readonly string[]): readonly string[] {
  return [...new Set([...handledBy, ...subs])];
}

/** Dates a change of status, task force or town; other changes leave the date alone. */
export function dated(before: Issue, after: Issue, now: Date, day: string): Issue {
  const moved =
    before.status !== after.status || before.taskForce !== after.taskForce || before.townCode !== after.townCode;
  return moved ? { ...after, changedAt: now, changedOn: day } : after;
}
