import type { ServiceDefinition } from '@qifutong/platform/definition';
import { UrgeOverdue } from './task/urge-overdue.job.ts';

/** Every recurring job and the longest time between two of its runs; each runs on every instance. */
export const schedule: NonNullable<ServiceDefinition['schedule']> = (get) => [
  { job: get(UrgeOverdue), everyMs: 1_000 },
];
