import { RANKED_FROM, rate, type Rate } from '@qifutong/kernel/rate';

/** What an inspector found at one firm, beside what others found there. */
export interface Encounters {
  readonly inspector: string;
  readonly inspections: number;
  readonly failed: number;
  /** at the same firm, without this inspector */
  readonly byOthers: number;
  readonly failedByOthers: number;
}

export interface Leniency {
  readonly inspector: string;
  readonly failures: Rate;
  readonly expected: number;
  readonly ratio: number | null;
}

/** As much as this many inspections by others weighs what is usual in the county. */
const PRIOR = 3;

/** How likely a firm fails with others: their findings, drawn towards the county's rate where they are few. */
function likelihood({ byOthers, failedByOthers }: Encounters, usual: number): number {
  return (failedByOthers + PRIOR * usual) / (byOthers + PRIOR);
}

/** An inspector's leniency beside the expectation for the same firms, by subject. */
export function leniency(
  encounters: readonly Encounters[],
  county: { readonly failed: number; readonly n: number },
): Leniency[] {
  const usual = county.n === 0 ? 0 : county.failed / county.n;
  const byInspector = Map.groupBy(encounters, ({ inspector }) => inspector);
  return [...byInspector]
    .map(([inspector, met]) => {
      const n = met.reduce((sum, { inspections }) => sum + inspections, 0);
      const failed = met.reduce((sum, one) => sum + one.failed, 0);
      const expected = met.reduce((sum, one) => sum + one.inspections * likelihood(one, usual), 0);
      const ratio = n < RANKED_FROM || expected === 0 ? null : failed / expected;
      return { inspector, failures: rate(failed, n), expected, ratio };
    })
    .sort((a, b) => (a.inspector < b.inspector ? -1 : 1));
}
