import { indexedOfCore } from './retrieval.ts';
import type { Weighed } from './weigh.ts';

/** A common issue that people have not closed, and what its issues share. */
export interface Common {
  readonly commonIssueId: string;
  readonly state: string;
  readonly guidanceId: string | null;
  readonly core: Weighed;
  /** null while no issue belongs to it */
  readonly lastReceivedAt: Date | null;
}

export interface Member {
  readonly issueId: string;
  readonly addedAt: Date;
}

interface Changed extends Common {
  readonly lastReceivedAt: Date;
  /** by which it is found, now and when nothing was placed yet */
  readonly terms: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
}

/** So many of the common issues that share terms with an issue are compared with it, the latest first. */
const COMPARED = 30;
/** So many of the latest members make the core of a common issue. */
export const OF_CORE = 40;

/** The common issues while several issues are placed one after the other: what the first changed, the next meet. */
export class Commons {
  readonly #found: ReadonlyMap<string, Common>;
  readonly #changed = new Map<string, Changed>();
  readonly #members = new Map<string, readonly Member[] | null>();
  readonly #taken = new Set<string>();

  constructor(found: ReadonlyMap<string, Common>) {
    this.#found = found;
  }

  /**
   * Those that are compared with an issue.
   * @param found that shared terms with it before any issue was placed: so many more as there are issues to place
   * @param terms by which it looks for its like
   */
  near(found: readonly string[], terms: readonly string[]): Common[] {
    const unchanged = found.flatMap((id) => (this.#changed.has(id) ? [] : (this.#found.get(id) ?? [])));
    const changed = [...this.#changed.values()].filter((common) => terms.some((term) => common.terms.has(term)));
    return [...unchanged, ...changed].sort(latestFirst).slice(0, COMPARED);
  }

  isTaken(issueId: string): boolean {
    return this.#taken.has(issueId);
  }

  /** @returns its latest members; null where it is no longer a proposal, undefined where nobody looked yet */
  membersOf(commonIssueId: string): readonly Member[] | null | undefined {
    return this.#members.get(commonIssueId);
  }

  /** @param members its latest; null where it is no longer a proposal */
  open(commonIssueId: string, members: readonly Member[] | null): void {
    this.#members.set(commonIssueId, members);
  }

  /** @returns its latest members with the new ones */
  add(commonIssueId: string, added: readonly Member[]): readonly Member[] {
    const before = this.#members.get(commonIssueId) ?? [];
    const ids = new Set(before.map(({ issueId }) => issueId));
    const members = [...before, ...added.filter(({ issueId }) => !ids.has(issueId))].sort(lastAddedFirst);
    for (const { issueId } of added) this.#taken.add(issueId);
    this.#members.set(commonIssueId, members.slice(0, OF_CORE));
    return this.#members.get(commonIssueId)!;
  }

  keep(commonIssueId: string, core: Weighed, lastReceivedAt: Date): void {
    const found = this.#found.get(commonIssueId);
    const before = this.#changed.get(commonIssueId)?.before ?? new Set(found ? indexedOfCore(found.core) : []);
    const terms = new Set(indexedOfCore(core));
    const guidanceId = found?.guidanceId ?? null;
    this.#changed.set(commonIssueId, {
      commonIssueId,
      state: 'PROPOSED',
      guidanceId,
      core,
      lastReceivedAt,
      terms,
      before,
    });
  }

  get changed(): readonly Changed[] {
    return [...this.#changed.values()];
  }
}

function latestFirst(a: Common, b: Common): number {
  const [one, other] = [a, b].map(({ lastReceivedAt }) => lastReceivedAt?.getTime() ?? -Infinity);
  return one === other ? ordered(a.commonIssueId, b.commonIssueId) : other! - one!;
}

function lastAddedFirst(a: Member, b: Member): number {
  return b.addedAt.getTime() - a.addedAt.getTime() || ordered(a.issueId, b.issueId);
}

function ordered(a: string, b: string): number {
  return a < b ? -1 : 1;
}
