export interface PaceLimits {
  /** between two looks that something asked for */
  readonly everyMs: number;
  /** after anything that happened, however far, it is looked once more */
  readonly laterMs: number;
}

/** a burst of events is one look, and what others make of an event is often there by then */
const SETTLE_SHARE = 0.2;

/** When a live query is looked at next, by the milliseconds that it is told. */
export class Pace {
  readonly #limits: PaceLimits;
  #soon: number | null = null;
  #later: number | null = null;
  #last = Number.NEGATIVE_INFINITY;

  constructor(limits: PaceLimits) {
    this.#limits = limits;
  }

  /** Something that it shows has changed. */
  concerned(now: number): void {
    const { everyMs } = this.#limits;
    this.#soon ??= Math.max(now + everyMs * SETTLE_SHARE, this.#last + everyMs);
    this.happened(now);
  }

  /** Something has changed of which it cannot be told whether it concerns it. */
  happened(now: number): void {
    this.#later ??= now + this.#limits.laterMs;
  }

  /** A look begins: what is due by now is done with it; what happens from here on asks for another. */
  look(now: number): void {
    this.#last = now;
    if (this.#soon !== null && this.#soon <= now) this.#soon = null;
    if (this.#later !== null && this.#later <= now) this.#later = null;
  }

  /** null: nothing asks for a look */
  get next(): number | null {
    if (this.#soon === null || this.#later === null) return this.#soon ?? this.#later;
    return Math.min(this.#soon, this.#later);
  }
}
