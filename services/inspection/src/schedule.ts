import type { ServiceDefinition } from '@qifutong/platform/definition';
import { SweepEvidence } from './evidence/sweep-evidence.job.ts';
import { NoteMissed } from './interview/note-missed.job.ts';
import { StoreEntries } from './light/store-entries.job.ts';
import { NoteOverdue } from './order/note-overdue.job.ts';
import { BringPlanUpToDate } from './plan/bring-plan-up-to-date.job.ts';
import { SealDay } from './trail/seal-day.job.ts';

const HOUR_MS = 3_600_000;

/** Every recurring job and the longest time between two of its runs; each runs on every instance. */
export const schedule: NonNullable<ServiceDefinition['schedule']> = (get) => [
  { job: get(NoteOverdue), everyMs: 1_000 },
  { job: get(NoteMissed), everyMs: 1_000 },
  { job: get(StoreEntries), everyMs: HOUR_MS },
  { job: get(SweepEvidence), everyMs: HOUR_MS },
  { job: get(BringPlanUpToDate), everyMs: 60_000 },
  { job: get(SealDay), everyMs: 60_000 },
];
