import { LRUCache } from 'lru-cache';

const WINDOW_MS = 60_000;
const MOST_CLIENTS = 50_000;

/** Counts the boards that a client asked for in vain, so that nobody finds firms by trying codes. */
export class Misses {
  readonly #most: number;
  readonly #counts = new LRUCache<string, number>({ max: MOST_CLIENTS, ttl: WINDOW_MS });

  /** @param most within a minute */
  constructor(most: number) {
    this.#most = most;
  }

  /** Seconds until the client may ask again; null when it may now. */
  waits(client: string): number | null {
    if ((this.#counts.get(client) ?? 0) < this.#most) return null;
    return Math.ceil(this.#counts.getRemainingTTL(client) / 1_000);
  }

  count(client: string): void {
    // the minute begins with the first
    this.#counts.set(client, (this.#counts.get(client) ?? 0) + 1, {
      ttl: this.#counts.has(client) ? this.#counts.getRemainingTTL(client) : WINDOW_MS,
    });
  }
}
