import type { Announcement } from '@qifutong/contracts/define-event';
import { rulebookPublished } from '@qifutong/contracts/inspection/rulebook-published';
import type { Decision } from '@qifutong/kernel/decision';
import { addDays, countyDay } from '@qifutong/kernel/county-time';
import { reject } from './rejections.ts';
import type { Rule, Rulebook } from './rulebook.ts';

/** 自主管理制度 has twelve rules: domain.md 4.1. */
const RULES = 12;

/** A date that is further away is a slip of the pen. */
const DAYS_AHEAD = 366;

export interface Draft extends Omit<Rulebook, 'version' | 'withdrawnAt' | 'rules'> {
  readonly rules: readonly Omit<Rule, 'position'>[];
  readonly by: string;
}

interface Surroundings {
  /** of those that stand the one whose force begins last; null when there is none */
  readonly last: Pick<Rulebook, 'version' | 'inForceFrom'> | null;
  /** the highest number that was given, also to one that was withdrawn; 0: none was */
  readonly highest: number;
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

function assertInTime(inForceFrom: string, last: Surroundings['last'], today: string): void {
  const [field, earliest, latest] = ['inForceFrom', addDays(today, 1), addDays(today, DAYS_AHEAD)];
  if (inForceFrom < earliest) throw reject('RULEBOOK_NOT_IN_FUTURE', { field, earliest });
  if (inForceFrom > latest) throw reject('RULEBOOK_TOO_FAR_AHEAD', { field, latest });
  if (last !== null && inForceFrom <= last.inForceFrom)
    throw reject('RULEBOOK_NOT_AFTER_LAST', { field, version: last.version, last: last.inForceFrom });
}

/** Makes the next version. No version begins in the past or today: results that are there already keep the rules they were judged by. */
export function publish(
  draft: Draft,
  { last, highest, timeZone }: Surroundings,
  now: Date,
): Decision<Rulebook, Announcement> {
  const { by, rules, ...numbers } = draft;
  assertInTime(draft.inForceFrom, last, countyDay(now, timeZone));
  assertTwelve(rules);
  const rulebook = {
    ...numbers,
    version: highest + 1,
    withdrawnAt: null,
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
