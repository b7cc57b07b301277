import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

/** A part of a process that is started after those before it and stopped before them. */
export interface Part {
  readonly name: string;
  start?(): void | Promise<void>;
  stop(): void | Promise<void>;
}

/** Stops the parts from the last to the first; one that fails or takes too long does not keep the others. */
export async function stopAll(parts: readonly Part[], graceMs: number, log: Logger): Promise<void> {
  for (const part of [...parts].reverse()) {
    try {
      const late = delay(graceMs, 'late', { ref: false });
      const outcome = await Promise.race([Promise.resolve(part.stop()), late]);
      if (outcome === 'late') log.warn({ part: part.name, graceMs }, 'did not stop in time');
    } catch (cause) {
      log.warn({ err: cause, part: part.name }, 'did not stop cleanly');
    }
  }
}

/**
 * Runs a process until it is told to stop: SIGTERM, SIGINT, or the end of its standard input where a parent holds that open.
 * A second signal ends it at once.
 */
export function untilToldToStop(stop: () => Promise<void>, log: Logger): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) process.exit(130);
    stopping = true;
    log.info({ reason }, 'stopping');
    void stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', () => begin('SIGTERM'));
  process.once('SIGINT', () => begin('SIGINT'));
  if (process.argv.includes('--stop-with-stdin'))
    process.stdin.resume().once('end', () => begin('standard input closed'));
}
