import { coreOf } from './core-of.ts';
import type { Likeness, Scorer } from './likeness.ts';
import type { Weighed } from './weigh.ts';

/** An issue among others, and what it says. */
export interface Placed {
  readonly issueId: string;
  readonly weighed: Weighed;
}

/** What counts as common in one domain. */
export interface Enough {
  readonly alike: number;
  readonly firms: number;
}

/** A common issue that is proposed, as its core. */
export interface Group {
  readonly commonIssueId: string;
  readonly core: Weighed;
}

export interface Alike {
  readonly issueId: string;
  /** to what they share */
  readonly likeness: Likeness;
  /** of those that make a new proposal: how alike they are to each other on the average, which is what was asked of them */
  readonly together?: number;
}

export type Placement =
  | { readonly does: 'JOIN'; readonly commonIssueId: string; readonly likeness: Likeness }
  | { readonly does: 'PROPOSE'; readonly members: readonly Alike[] }
  | { readonly does: 'WAIT' };

export interface Surroundings {
  /** what is proposed and still growing */
  readonly groups: readonly Group[];
  /** issues of the window that belong to nothing yet */
  readonly single: readonly Placed[];
  /** the same for two issues of one firm however it was named; null where no firm was named */
  readonly firmOf: (issueId: string) => string | null;
  /** whether two issues were in a proposal that people declined */
  readonly declinedTogether: (a: string, b: string) => boolean;
}

/** An issue beyond the first ones need be only this much of alike enough to be looked at. */
const WORTH_A_LOOK = 0.8;
/** So many are asked, and so many make a first core: what else is alike comes late, measured against it. */
const ASKED = 40;
const FIRST = 12;
/** So many of the most alike are left out one after the other where with them it comes to nothing. */
const LEFT_OUT = 2;

/**
 * Where a new issue belongs: to what is proposed already, to a new proposal that it completes, or nowhere yet.
 * One firm that calls ten times is one firm.
 */
export function place(
  issue: Placed,
  { groups, single, firmOf, declinedTogether }: Surroundings,
  enough: Enough,
  score: Scorer,
): Placement {
  const nearest = best(groups.map((group) => ({ ...group, likeness: score(issue.weighed, group.core) })));
  if (nearest && nearest.likeness.score >= enough.alike)
    return { does: 'JOIN', commonIssueId: nearest.commonIssueId, likeness: nearest.likeness };
  const candidates = single
    .map((other) => ({ ...other, likeness: score(issue.weighed, other.weighed) }))
    .filter(({ likeness }) => likeness.score >= enough.alike * WORTH_A_LOOK)
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, ASKED);
  const judging = { declinedTogether, alike: enough.alike, score };
  const firms = (core: readonly Placed[]) => new Set(core.flatMap(({ issueId }) => firmOf(issueId) ?? [])).size;
  // the most alike may be alike in words alone, and keep out those that share the problem: then it is left out
  for (let without = 0; without <= LEFT_OUT && candidates.length - without >= enough.firms - 1; without++) {
    const first = coreAround(issue, candidates.slice(without), judging);
    if (firms(first) >= enough.firms) return { does: 'PROPOSE', members: membersOf(first, single, judging) };
  }
  return { does: 'WAIT' };
}

export interface Judging {
  readonly declinedTogether: Surroundings['declinedTogether'];
  readonly alike: number;
  readonly score: Scorer;
}

/** Those that are alike enough to all that are in already, on the average; the most alike are asked first. */
function coreAround(
  issue: Placed,
  candidates: readonly Placed[],
  { declinedTogether, alike, score }: Judging,
): Placed[] {
  const core = [issue];
  for (const one of candidates) {
    if (core.length === FIRST) break;
    if (core.some((member) => declinedTogether(member.issueId, one.issueId))) continue;
    const scores = core.map((member) => score(one.weighed, member.weighed).score);
    if (scores.reduce((sum, each) => sum + each, 0) / scores.length >= alike) core.push(one);
  }
  return core;
}

function membersOf(first: readonly Placed[], single: readonly Placed[], judging: Judging): Alike[] {
  const core = coreOf(first.map(({ weighed }) => weighed));
  const members = first.map(({ issueId }) => issueId);
  const others = single.filter(({ issueId }) => !members.includes(issueId));
  const together = meanAmong(first, judging.score);
  const founding = first.map(({ issueId, weighed }) => ({ issueId, likeness: judging.score(weighed, core), together }));
  return [...founding, ...latecomers(core, others, { ...judging, members })];
}

function meanAmong(first: readonly Placed[], score: Scorer): number {
  const scores = first.flatMap((one, i) => first.slice(0, i).map((other) => score(one.weighed, other.weighed).score));
  return scores.reduce((sum, each) => sum + each, 0) / scores.length;
}

/** Issues that belonged to nothing and are alike enough to a core now that it is known better. */
export function latecomers(
  core: Weighed,
  single: readonly Placed[],
  { members, alike, score, declinedTogether }: Judging & { readonly members: readonly string[] },
): Alike[] {
  return single
    .filter(({ issueId }) => !members.some((member) => declinedTogether(member, issueId)))
    .map(({ issueId, weighed }) => ({ issueId, likeness: score(weighed, core) }))
    .filter(({ likeness }) => likeness.score >= alike);
}

function best<T extends { readonly likeness: Likeness }>(all: readonly T[]): T | null {
  return all.reduce<T | null>((most, one) => (most && most.likeness.score >= one.likeness.score ? most : one), null);
}
