import type { Metrics } from '@qifutong/platform/metrics';
import { Counter } from 'prom-client';
import type { Ended, Looked } from './live-query.ts';

interface Now {
  streams(): number;
  busIsHeard(): boolean;
}

/** What is watched of live queries. */
export class LiveFigures {
  readonly #looks: Counter<'outcome'>;
  readonly #ends: Counter<'reason'>;

  constructor(metrics: Metrics, now: Now) {
    const registers = [metrics.registry];
    this.#looks = new Counter({
      name: 'qft_live_looks_total',
      help: 'Live queries looked at, by outcome',
      labelNames: ['outcome'],
      registers,
    });
    this.#ends = new Counter({
      name: 'qft_live_streams_ended_total',
      help: 'Live queries ended, by reason',
      labelNames: ['reason'],
      registers,
    });
    const told = (value: number) => Promise.resolve(value);
    metrics.gauge('qft_live_streams', 'Queries that are followed live', null, () => told(now.streams()));
    metrics.gauge('qft_live_bus', '1 while the bus is heard', null, () => told(now.busIsHeard() ? 1 : 0));
  }

  looked(outcome: Looked): void {
    this.#looks.inc({ outcome });
  }

  ended(reason: Ended): void {
    this.#ends.inc({ reason });
  }
}
