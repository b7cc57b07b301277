import type { Urgency } from '@qifutong/contracts/fields';
import { duplicate } from './duplicate.ts';
import { duplicateEvidence, evidenceOf } from './evidence.ts';
import type { DomainGuess } from './guess-domain.ts';
import type { UrgencyGuess } from './guess-urgency.ts';
import type { Likeness, Scorer } from './likeness.ts';
import { place, type Group, type Placed, type Placement, type Surroundings } from './place.ts';
import { policyFor, type LikenessPolicy } from './policy.ts';
import type { Reading } from './reading.ts';
import type { Weighed } from './weigh.ts';

export interface Hint extends ComparedWith {
  readonly id: string;
  readonly score: number;
  readonly evidence: readonly string[];
}

/** By what a guidance was found: a version's words, or the issues of the common issue that it settles. */
export interface ComparedWith {
  readonly versionId?: string;
  readonly commonIssueId?: string;
}

export interface Suggestion {
  readonly domain: Weighed['domain'];
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
  readonly duplicates: readonly Hint[];
  readonly commonIssues: readonly Hint[];
  readonly guidances: readonly Hint[];
}

/** An open issue that may be of the same firm. */
export interface OfSameFirm {
  readonly issueId: string;
  readonly reading: Reading;
  readonly weighed: Weighed;
  readonly sameFirm: number;
  readonly daysApart: number;
}

/** A common issue that people have not closed. */
export interface Known extends Group {
  readonly guidanceId: string | null;
  /** proposed, and its last member came within the window */
  readonly growing: boolean;
}

/** A guidance in force, as it is compared. */
export interface Settles extends ComparedWith {
  readonly guidanceId: string;
  readonly weighed: Weighed;
}

export interface Told {
  readonly issue: Placed & { readonly reading: Reading };
  readonly domain: DomainGuess;
  readonly urgency: UrgencyGuess;
}

export interface Circumstances {
  readonly earlier: readonly OfSameFirm[];
  readonly single: Surroundings['single'];
  readonly firmOf: Surroundings['firmOf'];
  readonly known: readonly Known[];
  readonly guidances: readonly Settles[];
  readonly declinedTogether: Surroundings['declinedTogether'];
  readonly policies: readonly LikenessPolicy[];
  /** a person has put the issue into a common issue already */
  readonly taken: boolean;
}

const AT_MOST = 3;
/** What is nearly alike enough is shown to people, though nothing follows from it. */
const WORTH_SHOWING = 0.85;

export function suggest(
  told: Told,
  met: Circumstances,
  score: Scorer,
): { readonly suggestion: Suggestion; readonly placement: Placement } {
  const { issue, domain, urgency } = told;
  const policy = policyFor(met.policies, domain.domain);
  const suggestion = {
    domain: domain.domain,
    urgency: urgency.urgency,
    reasons: [...domain.reasons.map((one) => `领域 ${one}`), ...urgency.reasons.map((one) => `紧急 ${one}`)],
    duplicates: duplicatesOf(told, met.earlier, policy, score),
    commonIssues: likelyKnown(issue.weighed, met.known, policy, score),
    guidances: guidancesOf(issue.weighed, met, policy, score),
  };
  const groups = met.known.filter(({ growing }) => growing);
  const placement: Placement = met.taken ? { does: 'WAIT' } : place(issue, { ...met, groups }, policy, score);
  return { suggestion, placement };
}

function likelyKnown(weighed: Weighed, known: readonly Known[], policy: LikenessPolicy, score: Scorer) {
  const scored = known.map(({ commonIssueId, core }) => ({ id: commonIssueId, likeness: score(weighed, core) }));
  return likeliest(scored, policy);
}

/** By what they say, and by the common issue that they settle; the likelier of the two counts. */
function guidancesOf(weighed: Weighed, { known, guidances }: Circumstances, policy: LikenessPolicy, score: Scorer) {
  const settling = known.flatMap(({ guidanceId, core, commonIssueId }): Settles[] =>
    guidanceId === null ? [] : [{ guidanceId, weighed: core, commonIssueId }],
  );
  const scored = [...settling, ...guidances].map(({ guidanceId, weighed: theirs, versionId, commonIssueId }) => ({
    id: guidanceId,
    likeness: score(weighed, theirs),
    ...(versionId !== undefined && { versionId }),
    ...(commonIssueId !== undefined && { commonIssueId }),
  }));
  const byId = Map.groupBy(scored, ({ id }) => id).values();
  return likeliest(
    [...byId].map((same) => same.reduce((a, b) => (b.likeness.score > a.likeness.score ? b : a))),
    policy,
  );
}

function likeliest(
  scored: readonly (ComparedWith & { readonly id: string; readonly likeness: Likeness })[],
  policy: LikenessPolicy,
): Hint[] {
  return scored
    .filter(({ likeness }) => likeness.score >= policy.alike * WORTH_SHOWING)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, AT_MOST)
    .map(({ likeness, ...found }) => ({
      ...found,
      score: rounded(likeness.score),
      evidence: evidenceOf(likeness, policy),
    }));
}

function duplicatesOf({ issue }: Told, earlier: readonly OfSameFirm[], policy: LikenessPolicy, score: Scorer): Hint[] {
  return earlier
    .map((one) => ({
      ...one,
      found: duplicate(issue.reading, { ...one, likeness: score(issue.weighed, one.weighed) }),
    }))
    .filter(({ found }) => found.score >= policy.duplicate)
    .sort((a, b) => b.found.score - a.found.score)
    .slice(0, AT_MOST)
    .map(({ issueId, sameFirm, found }) => ({
      id: issueId,
      score: rounded(found.score),
      evidence: duplicateEvidence(found, sameFirm, policy),
    }));
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
