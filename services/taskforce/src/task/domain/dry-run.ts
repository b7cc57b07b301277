import { COORDINATION } from '@qifutong/contracts/fields';
import { unmet, type Subject } from './criteria.ts';
import { criteriaOf, type RoutingRule } from './route.ts';

/** Something that a rule asks, and what it found. */
export interface Unmet {
  readonly criterion: keyof Subject;
  readonly asked: string;
  readonly found: string | null;
}

/** A rule that would not take the subject, and why not. */
export interface PassedBy {
  readonly rule: RoutingRule;
  readonly unmet: readonly Unmet[];
  /** all that it asks holds, or would: but its task force is no more */
  readonly dissolved: boolean;
}

/** Which rule would take a subject: those before it, each with what did not hold, and who gets it. */
export interface DryRun {
  readonly subject: Subject;
  readonly passed: readonly PassedBy[];
  /** null: none of them, so that it goes to COORDINATION, or to the task force that was founded for it */
  readonly winner: RoutingRule | null;
  /** its task force was founded for this very common issue: that goes before the rules */
  readonly founded: boolean;
  readonly taskForceCode: string;
}

/** What a common issue goes to that a task force was founded for: no rule is tried. */
export function foundedFor(taskForceCode: string, subject: Subject): DryRun {
  return { subject, passed: [], winner: null, founded: true, taskForceCode };
}

/** Tries the rules on a subject without dispatching anything. */
export function dryRun(rules: readonly RoutingRule[], living: ReadonlySet<string>, subject: Subject): DryRun {
  const tried = rules
    .toSorted((a, b) => a.position - b.position)
    .map((rule) => ({ rule, unmet: whyNot(rule, subject), dissolved: !living.has(rule.taskForceCode) }));
  const takes = tried.findIndex((one) => one.unmet.length === 0 && !one.dissolved);
  const winner = tried[takes]?.rule ?? null;
  const passed = takes < 0 ? tried : tried.slice(0, takes);
  return { subject, passed, winner, founded: false, taskForceCode: winner?.taskForceCode ?? COORDINATION };
}

function whyNot(rule: RoutingRule, subject: Subject): Unmet[] {
  const criteria = criteriaOf(rule);
  return unmet(criteria, subject).map((criterion) => ({
    criterion,
    asked: criteria[criterion]!,
    found: subject[criterion],
  }));
}
