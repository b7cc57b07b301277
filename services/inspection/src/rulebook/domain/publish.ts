import type { Announcement } from '@qifutong/contracts/define-event';
import { rulebookPublished } from '@qifutong/contracts/inspection/rulebook-published';
import type { Decision } from '@qifutong/kernel/decision';
import { addDays, countyDay } from '@qifutong/kernel/county-time';
import { reject } from './rejections.ts';
import type { Rule, Rulebook } from './rulebook.ts';

/** 自主管理制度 has twelve rules: domain.md 4.1. */
const RULES = 12;

export interface Draft extends Omit<Rulebook, 'version' | 'rules'> {
  readonly rules: readonly Omit<Rule, 'position'>[];
  readonly by: string;
}

interface Surroundings {
  /** the version whose force begins last; null when there is none */
  readonly last: Pick<Rulebook, 'version' | 'inForceFrom'> | null;
  /** of the county */
  readonly timeZone: string;
}

function assertTwelve(rules: Draft['rules']): void {
  if (rules.length !== RULES)
    throw reject('RULEBOOK_RULES_NOT_TWELVE', { field: 'rules', wanted: RULES, given: rules.length });
  rules.forEach(({ code }, i) => {
    if (rules.findIndex((rule) => rule.code === code) !== i)
      throw reject('RULEBOOK_RULE_REPEATED', { field: `rules.${i}.code`, rule: code });
  });
}

/** Makes the next version. No version begins in the past or today: results that are there already keep the rules they were judged by. */
export function publish(draft: Draft, { last, timeZone }: Surroundings, now: Date): Decision<Rulebook, Announcement> {
  const { by, rules, ...numbers } = draft;
  const earliest = addDays(countyDay(now, timeZone), 1);
  const field = 'inForceFrom';
  if (draft.inForceFrom < earliest) throw reject('RULEBOOK_NOT_IN_FUTURE', { field, earliest });
  if (last !== null && draft.inForceFrom <= last.inForceFrom)
    throw reject('RULEBOOK_NOT_AFTER_LAST', { field, version: last.version, last: last.inForceFrom });
  assertTwelve(rules);
  const rulebook = {
    ...numbers,
    version: (last?.version ?? 0) + 1,
    rules: rules.map((rule, i) => ({ ...rule, position: i + 1 })),
  };
  const published = rulebookPublished({
    rulebookVersion: rulebook.version,
    inForceFrom: rulebook.inForceFrom,
    rules: rules.map(({ code }) => code),
    publishedBy: by,
    publishedAt: now.toISOString(),
  });
  return { state: rulebook, events: [published] };
}
