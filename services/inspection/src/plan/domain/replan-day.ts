import { Assignment } from './assign.ts';
import { shuffled, type Draw } from './draw.ts';
import type { DayPlan, PlanInputs, Team, Visit, Visitable } from './plan.ts';

export interface Change {
  /** who fell ill, or is needed elsewhere */
  readonly absent: readonly string[];
  /** credit codes of firms that were visited already */
  readonly done: readonly string[];
}

interface Moving {
  readonly conflicts: ReadonlyMap<string, readonly string[]>;
  readonly visits: readonly Visit[];
  readonly draw: Draw;
}

/** Where somebody whose partner is absent goes along: a team of the same town to whose firms he may go, by lot. */
function joined(
  teams: readonly Team[],
  sub: string,
  townCode: string | null,
  { conflicts, visits, draw }: Moving,
): Team[] {
  const own = conflicts.get(sub) ?? [];
  const mayGo = (i: number) => visits.every(({ team, creditCode }) => team !== i || !own.includes(creditCode));
  const choices = teams.flatMap((team, i) =>
    team.townCode === townCode && team.members.length > 1 && mayGo(i) ? [i] : [],
  );
  if (choices.length === 0) return [...teams];
  const choice = choices[draw.below(choices.length)]!;
  return teams.map((team, i) => (i === choice ? { ...team, members: [...team.members, sub] } : team));
}

function withoutAbsent({ teams }: DayPlan, absent: readonly string[], moving: Moving): Team[] {
  const present = teams.map((team) => ({ ...team, members: team.members.filter((sub) => !absent.includes(sub)) }));
  const alone = present.filter(({ members }) => members.length === 1);
  const kept: Team[] = present.map((team) => (team.members.length > 1 ? team : { ...team, members: [] }));
  return alone.reduce((now, { members: [sub], townCode }) => joined(now, sub!, townCode, moving), kept);
}

/**
 * The plan after somebody fell out: what was done stays, and so does every visit whose team can still go; the others are sent other
 * teams by lot. Teams keep their places in the list.
 */
export function replanDay(plan: DayPlan, inputs: PlanInputs, { absent, done }: Change, draw: Draw): DayPlan {
  const conflicts = new Map(inputs.inspectors.map((one) => [one.sub, one.conflicts]));
  const teams = withoutAbsent(plan, absent, { conflicts, visits: plan.visits, draw });
  const stays = ({ team, creditCode }: Visit) =>
    done.includes(creditCode) || (team !== null && teams[team]!.members.length > 0);
  const kept = plan.visits.filter(stays);
  const assignment = new Assignment(teams, inputs.inspectors, inputs.policy, kept);
  const firms = new Map(inputs.firms.map((firm) => [firm.creditCode, firm]));
  const open = shuffled(
    plan.visits.filter((visit) => !stays(visit)),
    draw,
  );
  const again = new Map(
    open.map((visit) => [visit.creditCode, assignment.assign(firmOf(visit, firms), visit.reason, draw)]),
  );
  return { teams, visits: plan.visits.map((visit) => again.get(visit.creditCode) ?? visit) };
}

function firmOf({ creditCode, townCode }: Visit, firms: ReadonlyMap<string, Visitable>): Visitable {
  const unknown = { creditCode, townCode, colour: null, daysSince: null, failures: 0, lastBy: [] };
  return firms.get(creditCode) ?? unknown;
}
