import type { Announcement } from '@qifutong/contracts/define-event';
import { domains, natures, urgencies } from '@qifutong/contracts/fields';
import { routingRulesSet } from '@qifutong/contracts/taskforce/routing-rules-set';
import type { Decision } from '@qifutong/kernel/decision';
import { matching, type Subject } from './criteria.ts';
import { criteriaOf, type RoutingRule } from './route.ts';
import { reject } from './routing-rejections.ts';

/** A rule as it is said: its place in the list is its position. */
export type RuleSaid = Omit<RoutingRule, 'version' | 'position' | 'taskForceCode'> & { readonly taskForce: string };

/** One version of the whole list. */
export interface RoutingRules {
  readonly version: number;
  readonly setAt: Date;
  /** null: it came with the product */
  readonly setBy: string | null;
  readonly rules: readonly RoutingRule[];
}

interface Setting {
  /** the version that the new one replaces, as whoever sets it knows it */
  readonly version: number;
  readonly rules: readonly RuleSaid[];
  readonly by: string;
}

/** Which task forces there are, and which of them are not dissolved. */
export interface TaskForcesKnown {
  readonly all: ReadonlySet<string>;
  readonly living: ReadonlySet<string>;
}

/** Sets all rules anew, in their order; what was dispatched before stays where it is. No rule: all goes to COORDINATION. */
export function setRoutingRules(
  newest: number,
  { version: replaced, rules: said, by }: Setting,
  known: TaskForcesKnown,
  now: Date,
): Decision<RoutingRules, Announcement> {
  if (replaced !== newest) throw reject('ROUTING_RULES_CHANGED', { field: 'version', version: newest });
  said.forEach(({ taskForce }, i) => assertKnown(taskForce, `rules.${i}.taskForce`, known));
  const version = newest + 1;
  const rules = said.map(({ taskForce, ...rule }, i) => ({
    ...rule,
    version,
    position: i + 1,
    taskForceCode: taskForce,
  }));
  assertReachable(rules);
  const told = { rulesVersion: version, lines: rules.length, setBy: by, setAt: now.toISOString() };
  return {
    state: { version, setAt: now, setBy: by, rules },
    events: [routingRulesSet({ routing: 'ROUTING', ...told })],
  };
}

function assertKnown(code: string, field: string, { all, living }: TaskForcesKnown): void {
  if (!all.has(code)) throw reject('ROUTING_TASK_FORCE_UNKNOWN', { field, code });
  if (!living.has(code)) throw reject('ROUTING_TASK_FORCE_DISSOLVED', { field, code });
}

/** A rule that those before it leave nothing is a mistake of whoever wrote it. */
function assertReachable(rules: readonly RoutingRule[]): void {
  const firstOf = matching(rules, criteriaOf);
  const reached = new Set(everySubject(rules).map((subject) => firstOf(subject)?.position));
  const idle = rules.find(({ position }) => !reached.has(position));
  if (idle) throw reject('ROUTING_RULE_UNREACHABLE', { field: `rules.${idle.position - 1}`, position: idle.position });
}

/** One subject for every case that such rules can tell apart; no town stands for all that no rule names. */
function everySubject(rules: readonly RoutingRule[]): Subject[] {
  const towns = [...new Set([null, ...rules.map(({ townCode }) => townCode)])];
  return domains.flatMap((domain) =>
    natures.flatMap((nature) =>
      urgencies.flatMap((urgency) => towns.map((townCode) => ({ domain, nature, urgency, townCode }))),
    ),
  );
}
