import { countyDay } from '@qifutong/kernel/county-time';
import { earlierFirst, type Fact } from './fact.ts';

/** What counts, in order of time: no voided inspection, and of each county day the last one only. */
export function counting(facts: readonly Fact[], timeZone: string): Fact[] {
  const inOrder = facts.filter((fact) => fact.kind !== 'INSPECTED' || !fact.voided).sort(earlierFirst);
  const lastOfDay = new Map(
    inOrder.filter(({ kind }) => kind === 'INSPECTED').map((fact) => [countyDay(fact.at, timeZone), fact]),
  );
  const counted = new Set(lastOfDay.values());
  return inOrder.filter((fact) => fact.kind !== 'INSPECTED' || counted.has(fact));
}
