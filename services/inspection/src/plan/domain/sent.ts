import type { DayPlan, Visit } from './plan.ts';

/** Who was sent to a firm until a change of the plan sent others, or others as well; nobody, where it is empty. */
export interface FormerlySent {
  readonly inspectors: readonly string[];
  readonly until: Date;
}

interface Sent {
  /** as the plan stands; empty where nobody is sent */
  readonly inspectors: readonly string[];
  /** in the order of the changes */
  readonly former: readonly FormerlySent[];
}

/** Who was sent to a firm at a time; at the very instant of a change, who was before it. */
export function sentAt({ inspectors, former }: Sent, at: Date): readonly string[] {
  return former.find(({ until }) => at <= until)?.inspectors ?? inspectors;
}

function sendings({ teams, visits }: DayPlan): Map<string, readonly string[]> {
  return new Map(visits.map(({ creditCode, team }) => [creditCode, team === null ? [] : teams[team]!.members]));
}

interface Remembering extends DayPlan {
  readonly visits: readonly (Visit & Pick<Sent, 'former'>)[];
}

/** Who was formerly sent to each firm, after a change: also of a visit that was made already, by a team that is another one now. */
export function formerlySent(before: Remembering, after: DayPlan, until: Date): Map<string, readonly FormerlySent[]> {
  const then = sendings(before);
  const former = new Map(before.visits.map((visit) => [visit.creditCode, visit.former]));
  return new Map(
    [...sendings(after)].map(([creditCode, inspectors]) => {
      const [earlier, sent] = [former.get(creditCode) ?? [], then.get(creditCode) ?? []];
      const isSame = sent.length === inspectors.length && sent.every((sub) => inspectors.includes(sub));
      return [creditCode, isSame ? earlier : [...earlier, { inspectors: sent, until }]];
    }),
  );
}
