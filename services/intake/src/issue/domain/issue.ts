import type { Channel, Domain, Urgency } from '@qifutong/contracts/fields';
import { reject } from './rejections.ts';

export const issueStatuses = ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'SOLVED', 'WRITTEN_OFF', 'REOPENED'] as const;
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
  readonly solvedAt: Date | null;
  readonly writtenOffAt: Date | null;
}

/** The state table of domain.md 2.3, as far as it is built. */
const moves = {
  triage: { from: ['REGISTERED', 'REOPENED'] },
  dispatch: { from: ['REGISTERED', 'REOPENED'] },
  startWork: { from: ['DISPATCHED'] },
  solve: { from: ['IN_PROGRESS'] },
  callBack: { from: ['SOLVED'] },
} as const satisfies Record<string, { from: readonly IssueStatus[] }>;
export type IssueMove = keyof typeof moves;

/** @throws ISSUE_STATUS_FORBIDS_MOVE, naming state and move */
export function assertMove(issue: Issue, move: IssueMove): void {
  const from: readonly IssueStatus[] = moves[move].from;
  if (!from.includes(issue.status))
    throw reject('ISSUE_STATUS_FORBIDS_MOVE', { number: issue.number, status: issue.status, move });
}

/** Adds somebody to those who had a hand in the issue. */
export function withHandler(issue: Issue, sub: string): readonly string[] {
  return issue.handledBy.includes(sub) ? issue.handledBy : [...issue.handledBy, sub];
}
