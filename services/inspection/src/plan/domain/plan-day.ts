import { Assignment } from './assign.ts';
import { shuffled, type Draw } from './draw.ts';
import { formTeams } from './form-teams.ts';
import { weightOf, type DayPlan, type PlanInputs, type Visit, type Visitable } from './plan.ts';
import { drawnByWeight } from './weighted-draw.ts';

const PERCENT = 100;

function mustBeVisited({ colour }: Visitable): boolean {
  return colour === 'RED' || colour === 'YELLOW';
}

/** Those drawn of a town: a share of it, as far as its teams, or else the county's, have time. */
function drawnOf(others: readonly Visitable[], { inputs, assignment, draw }: Drawing): Visitable[] {
  const { policy } = inputs;
  const townCode = others[0]!.townCode;
  const share = Math.ceil((others.length * policy.share) / PERCENT);
  const room = assignment.room(townCode) + (townCode === null ? 0 : assignment.room(null));
  return drawnByWeight(others, (firm) => weightOf(firm, policy), Math.min(share, room), draw);
}

interface Drawing {
  readonly inputs: PlanInputs;
  readonly assignment: Assignment;
  readonly draw: Draw;
}

/**
 * The plan of a day: firms that are red, then yellow, then a share of the others by weighted draw, each sent a team by draw.
 * A pure function: the same inputs, in whatever order, and the same draw give the same plan on any machine.
 */
export function planDay(inputs: PlanInputs, draw: Draw): DayPlan {
  const teams = formTeams(inputs.inspectors, draw);
  const assignment = new Assignment(teams, inputs.inspectors, inputs.policy);
  const firms = inputs.firms.toSorted((a, b) => (a.creditCode < b.creditCode ? -1 : 1));
  const urgent = (['RED', 'YELLOW'] as const).flatMap((colour) => {
    const of = firms.filter((firm) => firm.colour === colour);
    return shuffled(of, draw).map((firm): Visit => assignment.assign(firm, colour, draw));
  });
  const byTown = Map.groupBy(
    firms.filter((firm) => !mustBeVisited(firm)),
    ({ townCode }) => townCode ?? '',
  );
  const towns = [...byTown.keys()].sort();
  const drawn = towns.flatMap((town) =>
    drawnOf(byTown.get(town)!, { inputs, assignment, draw }).map((firm) => assignment.assign(firm, 'DRAWN', draw)),
  );
  return { teams, visits: [...urgent, ...drawn] };
}
