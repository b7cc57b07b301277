import type { ServiceDefinition } from '@qifutong/platform/definition';
import { ApplyBatches } from './batch/apply-batches.job.ts';
import { CloseFinished } from './common-issue/close-finished.job.ts';
import { SuggestWaiting } from './likeness/suggest-waiting.job.ts';
import { KeyNames } from './firm/key-names.job.ts';
import { MatchOverlooked } from './issue/match-overlooked.job.ts';
import { CloseDay } from './closure/close-day.job.ts';
import { CarryOutRetention } from './retention/carry-out-retention.job.ts';
import { SealReporters } from './report/seal-reporters.job.ts';

/** Every recurring job and the longest time between two of its runs; each runs on every instance. */
export const schedule: NonNullable<ServiceDefinition['schedule']> = (get) => [
  { job: get(KeyNames), everyMs: 60_000 },
  { job: get(ApplyBatches), everyMs: 1_000 },
  { job: get(CloseFinished), everyMs: 2_000 },
  { job: get(MatchOverlooked), everyMs: 60_000 },
  { job: get(CloseDay), everyMs: 60_000 },
  { job: get(CarryOutRetention), everyMs: 60_000 },
  { job: get(SealReporters), everyMs: 60_000 },
  { job: get(SuggestWaiting), everyMs: 250 },
];
