/** From here on the last that come now would have their suggestions too late, were they all let in. */
const BEHIND_MS = 150;
/** What is so old was loaded, or left over while nothing ran: to hold people up does not make it younger. */
const HOPELESS_MS = 5_000;
const LOOK_MS = 50;
/** So often is looked before somebody is let in all the same. */
const LOOKS = 20;

export interface Surroundings {
  /** @returns for how many ms the first of those that wait has waited; null where none waits */
  readonly waitedMs: () => Promise<number | null>;
  readonly pause: (ms: number) => Promise<unknown>;
}

/** Lets in as many as can be worked off in time: who comes meanwhile waits at the door, and what was let in does not. */
export class Backpressure {
  readonly #around: Surroundings;
  #behind = false;
  #looking = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Ends at once unless the work is behind; else when it no longer is, at the latest after a second. */
  async pass(): Promise<void> {
    for (let look = 0; this.#behind && look < LOOKS; look++) await this.#around.pause(LOOK_MS);
  }

  /** Something was let in: looks how far behind the work is until nothing waits. */
  async watch(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      while (await this.#someWait()) await this.#around.pause(LOOK_MS);
    } finally {
      [this.#looking, this.#behind] = [false, false];
    }
  }

  async #someWait(): Promise<boolean> {
    const waitedMs = await this.#around.waitedMs();
    this.#behind = waitedMs !== null && waitedMs > BEHIND_MS && waitedMs < HOPELESS_MS;
    return waitedMs !== null;
  }
}
