import type { Draw } from './draw.ts';
import type { Team, Visit } from './plan.ts';

export interface Regrouping {
  readonly absent: readonly string[];
  /** credit codes of firms in which an inspector has an interest, by inspector */
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
  readonly visits: readonly Visit[];
  readonly draw: Draw;
}

/** True where none of the firms that the team is to visit is one in which the inspector has an interest. */
function mayJoin(sub: string, team: number, { conflicts, visits }: Regrouping): boolean {
  const own = conflicts.get(sub) ?? [];
  return visits.every((visit) => visit.team !== team || !own.includes(visit.creditCode));
}

/**
 * Finds company for whom a place's team left alone: somebody else of the town who was left alone comes along by lot, and the team goes
 * on; or else he joins another team of the town by lot; or else he stays at home.
 */
function inCompany(teams: readonly Team[], place: number, regrouping: Regrouping): readonly Team[] {
  const { townCode, members } = teams[place]!;
  if (members.length !== 1) return teams;
  const [sub] = members as readonly [string];
  const near = teams.flatMap((team, i) => (i !== place && team.townCode === townCode ? [i] : []));
  const coming = near.filter(
    (i) => teams[i]!.members.length === 1 && mayJoin(teams[i]!.members[0]!, place, regrouping),
  );
  const going = near.filter((i) => teams[i]!.members.length > 1 && mayJoin(sub, i, regrouping));
  const moved = (from: number, to: number) =>
    teams.map((team, i) => {
      if (i === from) return { ...team, members: [] };
      return i === to ? { ...team, members: [...team.members, ...teams[from]!.members] } : team;
    });
  const oneOf = (places: readonly number[]) => places[regrouping.draw.below(places.length)]!;
  if (coming.length > 0) return moved(oneOf(coming), place);
  if (going.length > 0) return moved(place, oneOf(going));
  return teams.map((team, i) => (i === place ? { ...team, members: [] } : team));
}

/** The teams without those who are absent: nobody goes alone. Teams keep their places in the list; a team that was dissolved is empty. */
export function regrouped(teams: readonly Team[], regrouping: Regrouping): readonly Team[] {
  const present = teams.map((team) => ({
    ...team,
    members: team.members.filter((sub) => !regrouping.absent.includes(sub)),
  }));
  return present.reduce<readonly Team[]>((now, _, place) => inCompany(now, place, regrouping), present);
}
