import { setTimeout as delay } from 'node:timers/promises';
import { onceHeard, type Hearing } from '@qifutong/platform/hearing';
import type { Job } from '@qifutong/platform/schedule';

/** So much of the five seconds in which a notice is issued may be spent on waiting for what was done in time. */
export const PATIENCE_MS = 2_000;

/**
 * A job that would rather judge by all that a service says, but has no time to lose: it waits for what is unheard, or for a bus that does
 * not answer, for so long at most. As long as it has more to do at once it goes on without asking.
 * @param now milliseconds of a clock that nobody sets back
 */
export function heardInTime(source: string, hearing: Hearing, job: Job, now = () => performance.now()): Job {
  let since: number | null = null;
  const asked = onceHeard(source, hearing, { name: job.name, run: () => Promise.resolve(0) });
  const waits = async (leftMs: number) => {
    if (leftMs <= 0) return false;
    return (await Promise.race([asked.run(), delay(leftMs, 0, { ref: false })])) === null;
  };
  const run = async () => {
    since ??= now();
    if (await waits(since + PATIENCE_MS - now())) return null;
    const nextMs = await job.run();
    since = nextMs === 0 ? Number.NEGATIVE_INFINITY : null;
    return nextMs;
  };
  return { name: job.name, run };
}
