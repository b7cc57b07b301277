import type { Domain, Urgency } from '@qifutong/contracts/fields';
import type { Reason } from './reasons.ts';

/** What a batch looks at in an issue. */
export interface Candidate {
  readonly status: string;
  readonly optedOut: boolean;
  readonly guidanceId: string | null;
  readonly guidanceVersion: number | null;
  readonly commonIssueId: string | null;
  readonly domain: Domain | null;
  readonly urgency: Urgency;
  readonly townCode: string | null;
  /** the county's day */
  readonly registeredOn: string;
  readonly firmKnown: boolean;
  readonly industry: string | null;
  readonly size: string | null;
  /** by what the guidance certainly does not cover it */
  readonly outside: 'DOMAIN' | 'TOWN' | 'INDUSTRY' | 'SIZE' | null;
  /** how alike to the common issue; null where a person put it in */
  readonly score: number | null;
  /** the firm said of this very version that it did not settle it */
  readonly triedBefore: boolean;
  /** named by the analyst, member or not */
  readonly byHand: boolean;
}

/** What it is measured by: the version of the guidance, its common issue, and the policy. */
export interface Measure {
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  readonly commonIssueId: string | null;
  readonly commonIsUrgent: boolean;
  readonly domain: Domain;
  /** empty is all */
  readonly townCodes: readonly string[];
  readonly industries: readonly string[];
  readonly sizes: readonly string[];
  readonly effectiveTo: string | null;
  readonly doubtfulBelow: number;
}

export const verdicts = ['MATCH', 'DOUBTFUL', 'EXCLUDED'] as const;
export type Verdict = (typeof verdicts)[number];

type Policy = readonly [Reason, (issue: Candidate, measure: Measure) => boolean];

const isSettled = ({ status }: Candidate) => status === 'SOLVED' || status === 'ANSWERED';
const isUnknown = (covered: readonly string[], value: string | null) => covered.length > 0 && value === null;

const exclusions: readonly Policy[] = [
  ['ALREADY_CLOSED', ({ status }) => status === 'WRITTEN_OFF' || status === 'REJECTED'],
  ['MERGED', ({ status }) => status === 'MERGED'],
  ['OPTED_OUT', ({ optedOut }) => optedOut],
  ['OWN_SOLUTION', (issue) => isSettled(issue) && issue.guidanceId === null],
  ['OTHER_GUIDANCE', (issue, { guidanceId }) => isSettled(issue) && issue.guidanceId !== guidanceId],
  ['OLD_VERSION', (issue, measure) => isSettled(issue) && issue.guidanceVersion !== measure.guidanceVersion],
  ['ALREADY_SETTLED', (issue) => isSettled(issue)],
  [
    'OTHER_COMMON_ISSUE',
    ({ commonIssueId }, measure) => commonIssueId !== null && commonIssueId !== measure.commonIssueId,
  ],
  ['TAKEN_OUT', ({ commonIssueId, byHand }) => commonIssueId === null && !byHand],
  ['OTHER_TOWN', ({ outside }) => outside === 'TOWN'],
  ['OTHER_INDUSTRY', ({ outside }) => outside === 'INDUSTRY'],
  ['OTHER_SIZE', ({ outside }) => outside === 'SIZE'],
  ['OTHER_DOMAIN', ({ outside, commonIssueId }) => outside === 'DOMAIN' && commonIssueId === null],
];

const doubts: readonly Policy[] = [
  // a member is one by somebody's word, which speaks against what its triage said
  ['OTHER_DOMAIN', ({ outside }) => outside === 'DOMAIN'],
  ['FIRM_UNMATCHED', ({ firmKnown }, { industries, sizes }) => !firmKnown && industries.length + sizes.length > 0],
  ['TOWN_UNKNOWN', ({ townCode }, { townCodes }) => isUnknown(townCodes, townCode)],
  ['INDUSTRY_UNKNOWN', ({ industry }, { industries }) => isUnknown(industries, industry)],
  ['SIZE_UNKNOWN', ({ size }, { sizes }) => isUnknown(sizes, size)],
  ['DOMAIN_UNKNOWN', ({ domain, commonIssueId }) => domain === null && commonIssueId === null],
  ['TRIED_BEFORE', ({ triedBefore }) => triedBefore],
  ['REPORTED_AFTER_END', ({ registeredOn }, { effectiveTo }) => effectiveTo !== null && registeredOn > effectiveTo],
  ['URGENT', ({ urgency }, { commonIsUrgent }) => urgency === 'URGENT' && !commonIsUrgent],
  ['LOW_LIKENESS', ({ score }, { doubtfulBelow }) => score !== null && score < doubtfulBelow],
];

export interface Judgement {
  readonly verdict: Verdict;
  /** the first that holds; null for a match */
  readonly because: Reason | null;
}

/** Whether a guidance settles an issue: it does, it must not, or a person has to say. */
export function judge(issue: Candidate, measure: Measure): Judgement {
  const first = (policies: readonly Policy[]) => policies.find(([, holds]) => holds(issue, measure))?.[0];
  const excluded = first(exclusions);
  if (excluded) return { verdict: 'EXCLUDED', because: excluded };
  const doubtful = first(doubts);
  return doubtful ? { verdict: 'DOUBTFUL', because: doubtful } : { verdict: 'MATCH', because: null };
}
