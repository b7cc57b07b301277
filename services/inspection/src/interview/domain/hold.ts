import type { Announcement } from '@qifutong/contracts/define-event';
import { interviewHeld } from '@qifutong/contracts/inspection/interview-held';
import { countyDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { about, isLate, type Interview } from './interview.ts';
import { reject } from './rejections.ts';

interface Held {
  readonly by: string;
  /** now, when not said */
  readonly heldAt: Date | null;
  readonly attendees: readonly string[];
  readonly minutes: string;
  readonly commitments: string;
  /** of the county */
  readonly timeZone: string;
}

/** A summons of a later day than its cause followed from a result that came late: the firm may have been heard before it was on paper. */
function assertSummoned({ number, causedAt, issuedAt }: Interview, heldAt: Date, timeZone: string): void {
  if (heldAt <= causedAt) throw reject('INTERVIEW_BEFORE_CAUSE', { field: 'heldAt' });
  const isIssuedLate = countyDay(issuedAt, timeZone) > countyDay(causedAt, timeZone);
  if (!isIssuedLate && heldAt < issuedAt) throw reject('INTERVIEW_BEFORE_SUMMONS', { field: 'heldAt', number });
}

/** Records an interview; also one that was held after its time limit. */
export function hold(interview: Interview, held: Held, now: Date): Decision<Interview, Announcement> {
  const { status, number } = interview;
  if (status !== 'SUMMONED' && status !== 'MISSED')
    throw reject('INTERVIEW_NOT_AWAITED', { field: 'interviewId', number });
  const heldAt = held.heldAt ?? now;
  if (heldAt > now) throw reject('INTERVIEW_IN_FUTURE', { field: 'heldAt' });
  assertSummoned(interview, heldAt, held.timeZone);
  const { by, attendees, minutes, commitments } = held;
  const state: Interview = { ...interview, status: 'HELD', heldAt, heldBy: by, attendees, minutes, commitments };
  const told = { heldAt: heldAt.toISOString(), late: isLate(state) };
  return { state, events: [interviewHeld({ ...about(state), ...told })] };
}
