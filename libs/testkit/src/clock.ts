import type { Clock } from '@qifutong/persistence/database';

/** A clock that shows what it is told. */
export interface FixedClock extends Clock {
  set(at: Date | string): void;
  advance(timeMs: number): void;
}

export function fixedClock(start: Date | string): FixedClock {
  let at = new Date(start);
  return {
    now: () => Promise.resolve(new Date(at)),
    set: (next) => {
      at = new Date(next);
    },
    advance: (timeMs) => {
      at = new Date(at.getTime() + timeMs);
    },
  };
}
