import { rate, type Rate } from '@qifutong/kernel/rate';

interface Town {
  readonly townCode: string | null;
  readonly enrolled: number;
  readonly inspectedFirms: number;
  readonly inspections: number;
  readonly failed: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly changedToday: number;
}

interface Counts {
  readonly towns: readonly Town[];
  readonly rules: readonly { readonly rule: string; readonly judged: number; readonly unmet: number }[];
  /** smallest first */
  readonly yellowToGreenHours: readonly number[];
  readonly findings: { readonly found: number; readonly closed: number };
}

/** By nearest rank; null of nothing. */
function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

const total = (towns: readonly Town[], of: (town: Town) => number) => towns.reduce((sum, town) => sum + of(town), 0);

/** Firms inspected before they were enrolled do not count beyond those enrolled. */
function coverage(inspected: number, enrolled: number): Rate {
  return rate(Math.min(inspected, enrolled), enrolled);
}

/** What was counted as the county reads it. */
export function inspectionFigures({ towns, rules, yellowToGreenHours: hours, findings }: Counts) {
  return {
    coverage: coverage(
      total(towns, (town) => town.inspectedFirms),
      total(towns, (town) => town.enrolled),
    ),
    towns: towns.map(({ enrolled, inspectedFirms, inspections, failed, ...lights }) => ({
      ...lights,
      coverage: coverage(inspectedFirms, enrolled),
      failures: rate(failed, inspections),
    })),
    rules: rules.map(({ rule, judged, unmet }) => ({ rule, failures: rate(unmet, judged) })),
    yellowToGreen: { n: hours.length, medianHours: percentile(hours, 0.5), p90Hours: percentile(hours, 0.9) },
    findingsClosed: rate(findings.closed, findings.found),
  };
}
