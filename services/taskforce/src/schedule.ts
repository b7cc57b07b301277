import type { ServiceDefinition } from '@qifutong/platform/definition';
import { onceHeard } from '@qifutong/platform/hearing';
import { UrgeCentre } from './centre/urge-centre.job.ts';
import { heardInTime } from './heard-in-time.ts';
import { UrgeOverdue } from './task/urge-overdue.job.ts';
import { SealDay } from './trail/seal-day.job.ts';

/** Every recurring job and the longest time between two of its runs; each runs on every instance. */
export const schedule: NonNullable<ServiceDefinition['schedule']> = (get, hearing) => [
  // whether an issue was settled or merged in time, or dispatched, is heard of intake
  { job: heardInTime('intake', hearing, get(UrgeOverdue)), everyMs: 1_000 },
  { job: onceHeard('intake', hearing, get(UrgeCentre)), everyMs: 1_000 },
  { job: get(SealDay), everyMs: 60_000 },
];
