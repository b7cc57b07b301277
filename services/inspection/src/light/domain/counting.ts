import { countyDay } from '@qifutong/kernel/county-time';
import { earlierFirst, type Fact } from './fact.ts';

/**
 * What counts, in order of time: no voided inspection, and of each county day the last one only; but where a commander has decided on one, that:
 * a later result of the day would otherwise lift a shutdown without an acceptance.
 */
export function counting(facts: readonly Fact[], timeZone: string): Fact[] {
  const inOrder = facts.filter((fact) => fact.kind !== 'INSPECTED' || !fact.voided).sort(earlierFirst);
  const decidedOn = new Set(inOrder.map((fact) => (fact.kind === 'INSPECTED' ? null : fact.on)));
  const weighty = (fact: Fact) => Number(decidedOn.has(fact.id));
  const ofDay = new Map<string, Fact>();
  for (const fact of inOrder.filter(({ kind }) => kind === 'INSPECTED')) {
    const day = countyDay(fact.at, timeZone);
    const before = ofDay.get(day);
    if (!before || weighty(fact) >= weighty(before)) ofDay.set(day, fact);
  }
  const counted = new Set(ofDay.values());
  return inOrder.filter((fact) => fact.kind !== 'INSPECTED' || counted.has(fact));
}
