import { setTimeout as delay } from 'node:timers/promises';
import { runJob } from '@qifutong/persistence/caller';
import type { Logger } from 'pino';

/** Work that recurs. Safe to run twice and at the same time on several instances. */
export interface Job {
  readonly name: string;
  /** @returns in how many ms there is work again, by the clock that its deadlines follow; null when it does not know */
  run(): Promise<number | null>;
}

/** A job and the longest time between two of its runs. */
export interface Recurring {
  readonly job: Job;
  readonly everyMs: number;
}

/** Runs the jobs of one process until it is stopped. */
export class Scheduler {
  readonly #recurring: readonly Recurring[];
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #running: Promise<unknown> | undefined;

  constructor(recurring: readonly Recurring[], log: Logger) {
    this.#recurring = recurring;
    this.#log = log;
  }

  start(): void {
    this.#running = Promise.all(this.#recurring.map((one) => this.#repeat(one)));
  }

  /** Waits for the runs in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #repeat({ job, everyMs }: Recurring): Promise<void> {
    while (!this.#stop.signal.aborted) {
      let pauseMs = everyMs;
      try {
        const nextMs = await runJob(job.name, () => job.run());
        if (nextMs !== null) pauseMs = Math.max(0, Math.min(everyMs, nextMs));
      } catch (cause) {
        this.#log.error({ err: cause, job: job.name }, 'job failed; it runs again at its next turn');
      }
      await delay(pauseMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }
}
