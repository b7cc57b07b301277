import { Assignment } from './assign.ts';
import { shuffled, type Draw } from './draw.ts';
import type { DayPlan, Interests, PlanInputs, Team, Visit, Visitable } from './plan.ts';
import { regrouped } from './regroup.ts';

export interface Change {
  /** who fell ill, or is needed elsewhere */
  readonly absent: readonly string[];
  /** credit codes of firms that were visited already */
  readonly done: readonly string[];
  /** the interests of the plan's inspectors as they are now; who is not named has none */
  readonly interests: readonly Interests[];
  /** firms that are red or yellow by now and are not planned for that, as they are now */
  readonly lit: readonly Visitable[];
}

/**
 * The plan after somebody fell out, or firms turned red or yellow: what was done stays, and so does every visit whose team can still go and
 * has no interest in the firm by now; the others are sent teams by lot, red firms first. A red or yellow firm that finds every team full
 * takes the place of a drawn one.
 */
export function replanDay(plan: DayPlan, inputs: PlanInputs, change: Change, draw: Draw): DayPlan {
  const { absent, done, interests, lit } = change;
  const conflicts = new Map(interests.map((one) => [one.sub, one.conflicts]));
  const visits = wanted(plan.visits, change);
  const teams = regrouped(plan.teams, { absent, conflicts, visits, draw });
  const canGo = ({ members }: Team, creditCode: string) =>
    members.length > 0 && !members.some((sub) => conflicts.get(sub)?.includes(creditCode));
  const stays = ({ team, creditCode }: Visit) =>
    done.includes(creditCode) || (team !== null && canGo(teams[team]!, creditCode));
  const kept = visits.filter(stays);
  const assignment = new Assignment(teams, interests, inputs.policy, kept);
  const firms = new Map([...inputs.firms, ...lit].map((firm) => [firm.creditCode, firm]));
  const now = new Map(visits.map((visit) => [visit.creditCode, visit]));
  const giving = kept.filter(({ reason, creditCode }) => reason === 'DRAWN' && !done.includes(creditCode));
  const open = visits.filter((visit) => !stays(visit));
  for (const visit of inTurn(open, draw)) {
    const firm = firmOf(visit, firms);
    const place = visit.reason === 'DRAWN' ? null : assignment.placeFor(firm, giving, draw);
    if (place) {
      giving.splice(giving.indexOf(place), 1);
      now.set(place.creditCode, { ...place, team: null, notPlannedBecause: 'FULL' });
    }
    now.set(visit.creditCode, assignment.assign(firm, visit.reason, draw));
  }
  return { teams, visits: [...now.values()] };
}

/** The visits of the plan, and of firms that are red or yellow by now, each for its colour; but for what is done. */
function wanted(planned: readonly Visit[], { lit, done }: Change): readonly Visit[] {
  const visits = new Map(planned.map((visit) => [visit.creditCode, visit]));
  const isDone = new Set(done);
  for (const { creditCode, townCode, colour } of lit.toSorted((a, b) => (a.creditCode < b.creditCode ? -1 : 1))) {
    if (isDone.has(creditCode) || colour === null || colour === 'GREEN') continue;
    const nobody = { creditCode, townCode, team: null, notPlannedBecause: 'NO_TEAM' } as const;
    visits.set(creditCode, { ...(visits.get(creditCode) ?? nobody), reason: colour });
  }
  return [...visits.values()];
}

/** Red firms first, then yellow ones, then those drawn; by lot among equals. */
function inTurn(visits: readonly Visit[], draw: Draw): Visit[] {
  return (['RED', 'YELLOW', 'DRAWN'] as const).flatMap((reason) => {
    const of = visits.filter((visit) => visit.reason === reason);
    return shuffled(of, draw);
  });
}

function firmOf({ creditCode, townCode }: Visit, firms: ReadonlyMap<string, Visitable>): Visitable {
  const unknown = { creditCode, townCode, colour: null, daysSince: null, failures: 0, lastBy: [] };
  return firms.get(creditCode) ?? unknown;
}
