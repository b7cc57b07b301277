import { setImmediate as others } from 'node:timers/promises';

/** So long one piece of work keeps the thread: a report that comes in the meantime waits no longer. */
const LONGEST_MS = 8;

/** Long work in a process that answers people: lets those who wait have their turn, not more often than it must. */
export class Turn {
  #since = performance.now();

  async end(): Promise<void> {
    if (performance.now() - this.#since < LONGEST_MS) return;
    await others();
    this.#since = performance.now();
  }
}
