import type { Draw } from './draw.ts';
import type { Interests, NotPlannedBecause, PlanPolicy, Team, Visit, Visitable } from './plan.ts';

/** Whom a firm may be visited by, and how much each team has to do. */
export class Assignment {
  readonly load: number[];
  readonly #teams: readonly Team[];
  readonly #conflicts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #visitsPerTeam: number;

  /** @param planned what the teams have to do already */
  constructor(
    teams: readonly Team[],
    interests: readonly Interests[],
    { visitsPerTeam }: PlanPolicy,
    planned: readonly Visit[] = [],
  ) {
    this.#teams = teams;
    this.load = teams.map((_, i) => planned.filter(({ team }) => team === i).length);
    this.#conflicts = new Map(interests.map(({ sub, conflicts }) => [sub, new Set(conflicts)]));
    this.#visitsPerTeam = visitsPerTeam;
  }

  /** How many more visits the teams of a town can make. */
  room(townCode: string | null): number {
    return this.#teams.reduce(
      (room, { townCode: of, members }, i) =>
        of === townCode && members.length > 0 ? room + this.#visitsPerTeam - this.load[i]! : room,
      0,
    );
  }

  /** Sends the team with the least to do, by lot among equals; one that was there last time only where no other can go. */
  assign(firm: Visitable, reason: Visit['reason'], draw: Draw): Visit {
    const { creditCode, townCode } = firm;
    const within = this.#within(firm);
    const fresh = (teams: readonly number[]) => teams.filter((i) => !this.#wasThere(i, firm));
    const choices = [fresh, (teams: readonly number[]) => teams].flatMap((kind) =>
      within.map((teams) => kind(this.#able(teams, firm))),
    );
    const choice = choices.find((teams) => teams.length > 0);
    if (!choice) return { creditCode, townCode, reason, team: null, notPlannedBecause: this.#why(within.flat(), firm) };
    const team = this.#least(choice, draw);
    this.load[team]! += 1;
    return { creditCode, townCode, reason, team, notPlannedBecause: null };
  }

  /** Where every team that may go to the firm is full: a visit by lot of those that give way, given up so that one of them has time; or null. */
  placeFor(firm: Visitable, giving: readonly Visit[], draw: Draw): Visit | null {
    const teams = this.#within(firm);
    if (teams.flat().some((i) => this.#hasTime(i) && this.#isFree(i, firm))) return null;
    const places = teams
      .map((near) => giving.filter(({ team }) => team !== null && near.includes(team) && this.#isFree(team, firm)))
      .find((visits) => visits.length > 0);
    if (!places) return null;
    const place = places[draw.below(places.length)]!;
    this.load[place.team!]! -= 1;
    return place;
  }

  /** The teams within reach of the firm: of its town, and of the whole county. */
  #within({ townCode }: Visitable): readonly [near: number[], far: number[]] {
    return [
      this.#numbers((team) => team.townCode === townCode),
      this.#numbers((team) => team.townCode === null && townCode !== null),
    ];
  }

  /** A team that was dissolved has nobody. */
  #numbers(holds: (team: Team) => boolean): number[] {
    return this.#teams.flatMap((team, i) => (team.members.length > 0 && holds(team) ? [i] : []));
  }

  #isFree(team: number, { creditCode }: Visitable): boolean {
    return !this.#teams[team]!.members.some((sub) => this.#conflicts.get(sub)?.has(creditCode));
  }

  #able(teams: readonly number[], firm: Visitable): number[] {
    return teams.filter((i) => this.#hasTime(i) && this.#isFree(i, firm));
  }

  #hasTime(team: number): boolean {
    return this.load[team]! < this.#visitsPerTeam;
  }

  #wasThere(team: number, { lastBy }: Visitable): boolean {
    return this.#teams[team]!.members.some((sub) => lastBy.includes(sub));
  }

  #least(teams: readonly number[], draw: Draw): number {
    const least = Math.min(...teams.map((i) => this.load[i]!));
    const equals = teams.filter((i) => this.load[i] === least);
    return equals[draw.below(equals.length)]!;
  }

  #why(teams: readonly number[], firm: Visitable): NotPlannedBecause {
    if (teams.length === 0) return 'NO_TEAM';
    return teams.some((i) => this.#isFree(i, firm)) ? 'FULL' : 'CONFLICT';
  }
}
