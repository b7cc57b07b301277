import type { Announcement } from '@qifutong/contracts/define-event';
import { interviewWithdrawn } from '@qifutong/contracts/inspection/interview-withdrawn';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Interview } from './interview.ts';

/** Takes back what does not follow any more, once; what was said in it stays on file. */
export function withdraw(interview: Interview, now: Date): Decision<Interview, Announcement> {
  if (interview.status === 'WITHDRAWN') return { state: interview, events: [] };
  const state: Interview = { ...interview, status: 'WITHDRAWN', withdrawnAt: now };
  return { state, events: [interviewWithdrawn({ ...about(state), withdrawnAt: now.toISOString() })] };
}
