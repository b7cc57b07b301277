import type { ServiceDefinition } from '@qifutong/platform/definition';
import { SuggestWaiting } from './likeness/suggest-waiting.job.ts';
import { SealReporters } from './report/seal-reporters.job.ts';

/** Every recurring job and the longest time between two of its runs; each runs on every instance. */
export const schedule: NonNullable<ServiceDefinition['schedule']> = (get) => [
  { job: get(SealReporters), everyMs: 60_000 },
  { job: get(SuggestWaiting), everyMs: 250 },
];
