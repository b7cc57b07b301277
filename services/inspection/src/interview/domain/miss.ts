import type { Announcement } from '@qifutong/contracts/define-event';
import { interviewMissed } from '@qifutong/contracts/inspection/interview-missed';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Interview } from './interview.ts';

/** A time limit that has passed is noted once, for the commander; at the very instant it is not passed. */
export function miss(interview: Interview, now: Date): Decision<Interview, Announcement> {
  if (interview.status !== 'SUMMONED' || now <= interview.dueAt) return { state: interview, events: [] };
  const told = { dueAt: interview.dueAt.toISOString(), noticedAt: now.toISOString() };
  return {
    state: { ...interview, status: 'MISSED', missedAt: now },
    events: [interviewMissed({ ...about(interview), ...told })],
  };
}
