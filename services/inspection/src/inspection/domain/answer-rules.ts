import type { RulesInForce } from './circumstances.ts';
import type { RuleAnswer } from './inspection.ts';
import { reject } from './rejections.ts';

function assertKnown(answers: readonly RuleAnswer[], { version, rules }: RulesInForce): void {
  const codes = new Set(rules.map((rule) => rule.code));
  answers.forEach(({ rule }, i) => {
    if (!codes.has(rule)) throw reject('INSPECTION_RULE_UNKNOWN', { field: `results.${i}.rule`, version, rule });
    const first = answers.findIndex((answer) => answer.rule === rule);
    if (first !== i) throw reject('INSPECTION_RULE_REPEATED', { field: `results.${i}.rule`, rule });
  });
}

function assertNoted(answers: readonly RuleAnswer[]): void {
  answers.forEach(({ rule, result, note }, i) => {
    if (result !== 'MET' && note === null)
      throw reject('INSPECTION_NOTE_MISSING', { field: `results.${i}.note`, rule, result });
  });
}

/**
 * Checks that every rule of the rulebook is answered once, no other is, and what is not met is explained.
 * @returns the answers in the rulebook's order
 */
export function answerRules(answers: readonly RuleAnswer[], rulebook: RulesInForce): RuleAnswer[] {
  assertKnown(answers, rulebook);
  assertNoted(answers);
  return rulebook.rules.map(({ code }) => {
    const answer = answers.find(({ rule }) => rule === code);
    if (!answer) throw reject('INSPECTION_RULE_MISSING', { field: 'results', rule: code });
    return answer;
  });
}

/** No rule unmet, and not more of them not applicable than the rulebook bears. */
export function isPassed(answers: readonly RuleAnswer[], { notApplicableAtMost }: RulesInForce): boolean {
  const count = (result: RuleAnswer['result']) => answers.filter((answer) => answer.result === result).length;
  return count('UNMET') === 0 && count('NOT_APPLICABLE') <= notApplicableAtMost;
}
