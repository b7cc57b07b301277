import type { Announcement } from '@qifutong/contracts/define-event';
import { interviewCorrected } from '@qifutong/contracts/inspection/interview-corrected';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Cause, type Interview } from './interview.ts';
import { dueOf } from './summon.ts';

type Standing = Exclude<Interview['status'], 'WITHDRAWN'>;

function statusOf({ heldAt, missedAt }: Interview): Standing {
  if (heldAt !== null) return 'HELD';
  return missedAt === null ? 'SUMMONED' : 'MISSED';
}

function isSame(interview: Interview, cause: Cause): boolean {
  const { inspectionId, shutdownId, causedAt } = cause;
  const sameCause = interview.inspectionId === inspectionId && interview.shutdownId === shutdownId;
  return sameCause && interview.causedAt.getTime() === causedAt.getTime() && interview.status !== 'WITHDRAWN';
}

/** Lets an interview follow from another cause, or follow again after it was withdrawn: with a new time limit then. */
export function correct(
  interview: Interview,
  { cause, withinHours }: { readonly cause: Cause; readonly withinHours: number },
  now: Date,
): Decision<Interview, Announcement> {
  if (isSame(interview, cause)) return { state: interview, events: [] };
  const status = statusOf(interview);
  const again = interview.status === 'WITHDRAWN' && status === 'SUMMONED';
  const { inspectionId, shutdownId, causedAt } = cause;
  const dueAt = again ? dueOf(now, withinHours) : interview.dueAt;
  const state: Interview = { ...interview, inspectionId, shutdownId, causedAt, status, dueAt, withdrawnAt: null };
  const told = { interviewStatus: status, dueAt: dueAt.toISOString(), correctedAt: now.toISOString() };
  return { state, events: [interviewCorrected({ ...about(state), ...told })] };
}
