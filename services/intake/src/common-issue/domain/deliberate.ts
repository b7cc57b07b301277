import { assertMove, type CommonIssue } from './common-issue.ts';
import { reject } from './rejections.ts';

/** 会商: a recorded meeting that decides how a common issue is to be settled; never changed afterwards. */
export interface Deliberation {
  readonly id: string;
  readonly commonIssueId: string;
  readonly heldAt: Date;
  readonly place: string | null;
  readonly participants: readonly string[];
  readonly conclusion: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

type Told = Omit<Deliberation, 'commonIssueId' | 'recordedAt' | 'recordedBy'>;

/** Records what was decided, by whom and when. */
export function deliberate(common: CommonIssue, told: Told & { readonly by: string }, now: Date): Deliberation {
  assertMove(common, 'deliberate');
  const { by, ...meeting } = told;
  if (meeting.heldAt > now) throw reject('DELIBERATION_IN_FUTURE', { field: 'heldAt' });
  return { ...meeting, commonIssueId: common.id, recordedAt: now, recordedBy: by };
}
