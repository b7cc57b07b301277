import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one process, in Prometheus form. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests: Histogram<'operation' | 'outcome'>;
  readonly rejections: Counter<'code'>;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'qft_graphql_request_seconds',
      help: 'GraphQL requests by operation (kind and first root field) and outcome',
      labelNames: ['operation', 'outcome'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [this.registry],
    });
    this.rejections = new Counter({
      name: 'qft_rejections_total',
      help: 'Typed rejections by code',
      labelNames: ['code'],
      registers: [this.registry],
    });
  }

  counter(name: string, help: string): Counter {
    return new Counter({ name, help, registers: [this.registry] });
  }

  /** A gauge whose values are read when they are asked for: label value to number, or one number. */
  gauge(
    name: string,
    help: string,
    label: string | null,
    read: () => Promise<number | Readonly<Record<string, number>>>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: label ? [label] : [],
      registers: [this.registry],
      async collect() {
        this.reset();
        // a figure that cannot be read now is absent; the others are told all the same
        const value = await read().catch(() => null);
        if (value === null) return;
        if (typeof value === 'number') this.set(value);
        else for (const [key, one] of Object.entries(value)) this.set({ [label ?? '']: key }, one);
      },
    });
  }
}
