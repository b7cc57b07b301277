import { shuffled, type Draw } from './draw.ts';
import type { OnDuty, Team } from './plan.ts';

const PAIR = 2;

/** Pairs in the order drawn; one who is left over makes the last pair three. One alone is no team. */
function paired(townCode: string | null, subs: readonly string[]): Team[] {
  if (subs.length < PAIR) return [];
  const count = Math.floor(subs.length / PAIR);
  return Array.from({ length: count }, (_, i) => ({
    townCode,
    members: i === count - 1 ? subs.slice(i * PAIR) : subs.slice(i * PAIR, (i + 1) * PAIR),
  }));
}

/** Pairs by lot within each town; whoever belongs to the whole county fills up towns with an odd number, and the rest pair up. */
export function formTeams(inspectors: readonly OnDuty[], draw: Draw): Team[] {
  const inOrder = inspectors.toSorted((a, b) => (a.sub < b.sub ? -1 : 1));
  const byTown = Map.groupBy(inOrder, ({ townCode }) => townCode ?? '');
  const free = shuffled(byTown.get('') ?? [], draw).map(({ sub }) => sub);
  const towns = [...byTown.keys()].filter((town) => town !== '').sort();
  const teams = towns.flatMap((town) => {
    const own = shuffled(byTown.get(town)!, draw).map(({ sub }) => sub);
    const filled = own.length % PAIR === 1 ? [...own, ...free.splice(0, 1)] : own;
    return paired(town, filled);
  });
  return [...teams, ...paired(null, free)];
}
