import type { ServiceDefinition } from '@qifutong/platform/definition';
import { NoteMissed } from './interview/note-missed.job.ts';
import { NoteOverdue } from './order/note-overdue.job.ts';

/** Every recurring job and the longest time between two of its runs; each runs on every instance. */
export const schedule: NonNullable<ServiceDefinition['schedule']> = (get) => [
  { job: get(NoteOverdue), everyMs: 1_000 },
  { job: get(NoteMissed), everyMs: 1_000 },
];
