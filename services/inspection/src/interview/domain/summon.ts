import type { Announcement } from '@qifutong/contracts/define-event';
import { interviewSummoned } from '@qifutong/contracts/inspection/interview-summoned';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Cause, type Interview } from './interview.ts';

const HOUR_MS = 3_600_000;

interface Summons extends Cause {
  readonly id: string;
  readonly number: string;
  readonly creditCode: string;
  readonly townCode: string | null;
}

export function dueOf(now: Date, withinHours: number): Date {
  return new Date(now.getTime() + withinHours * HOUR_MS);
}

/** Summons a firm. */
export function summon(summons: Summons, withinHours: number, now: Date): Decision<Interview, Announcement> {
  const { id, number, creditCode, townCode, inspectionId, shutdownId, causedAt } = summons;
  const dueAt = dueOf(now, withinHours);
  const interview: Interview = {
    ...{ id, version: 0, number, creditCode, townCode, inspectionId, shutdownId, causedAt },
    issuedAt: now,
    dueAt,
    status: 'SUMMONED',
    missedAt: null,
    ...{ heldAt: null, heldBy: null, attendees: null, minutes: null, commitments: null },
    withdrawnAt: null,
  };
  const told = { dueAt: dueAt.toISOString(), summonedAt: now.toISOString() };
  return { state: interview, events: [interviewSummoned({ ...about(interview), ...told })] };
}
