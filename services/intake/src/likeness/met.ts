import { firmsNamed, sameName, type NamedFirm } from '../firm/firm-name.service.ts';
import type { Common, Commons } from './domain/commons.ts';
import type { Scorer } from './domain/likeness.ts';
import type { Reading } from './domain/reading.ts';
import type { Circumstances, Known, OfSameFirm, Settles } from './domain/suggest.ts';
import type { Standing } from './nearby.queries.ts';
import type { IssueLikeness } from './suggestion.table.ts';
import type { Prepared } from './weighing.service.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Names less sure than this are not worth comparing the texts. */
const MAY_BE_ONE = 0.5;

/** What was found for several issues before the first of them was placed; the lists are theirs in their order. */
export interface Found {
  readonly near: readonly (readonly string[])[];
  /** issues that may be of the same firm */
  readonly earlier: readonly (readonly string[])[];
  readonly rows: ReadonlyMap<string, IssueLikeness>;
  readonly standing: ReadonlyMap<string, Standing>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** common issues that share terms */
  readonly sharing: readonly (readonly string[])[];
  readonly commons: ReadonlyMap<string, Common>;
  /** that hold as of each and may cover it, and which of the common issues' guidances do */
  readonly guidances: readonly (readonly Settles[])[];
  readonly inForce: readonly ReadonlySet<string>[];
}

const over = new Set(['MERGED', 'REJECTED']);
const closed = new Set([...over, 'WRITTEN_OFF']);

/** What each of several issues meets when it is its turn. */
export class Met {
  readonly #prepared: readonly Prepared[];
  readonly #found: Found;

  constructor(prepared: readonly Prepared[], found: Found) {
    this.#prepared = prepared;
    this.#found = found;
  }

  get commons(): ReadonlyMap<string, Common> {
    return this.#found.commons;
  }

  /** Whether it was in the common issue and is no longer: it does not come in again by itself. */
  readonly hasLeft = (issueId: string, commonIssueId: string): boolean => {
    const { declinedIn = [], outOf = [] } = this.#found.standing.get(issueId) ?? {};
    return declinedIn.includes(commonIssueId) || outOf.includes(commonIssueId);
  };

  /** Proposals that some of them will likely join, as they stand: others may turn up as these are placed. */
  likelyJoined(score: Scorer): string[] {
    const { sharing, commons } = this.#found;
    const joined = this.#prepared.flatMap(({ told, policy }, i) =>
      sharing[i]!.filter((id) => {
        const common = commons.get(id);
        return common?.state === 'PROPOSED' && score(told.issue.weighed, common.core).score >= policy.alike;
      }),
    );
    return [...new Set(joined)];
  }

  /** @param commons as those placed before it left them */
  of(i: number, commons: Commons): Omit<Circumstances, 'policies'> {
    const issue = this.#prepared[i]!;
    const { near, standing, rows, sharing, guidances, inForce } = this.#found;
    const window = near[i]!.filter((id) => !over.has(standing.get(id)!.status));
    const isTaken = (id: string) => standing.get(id)!.taken || commons.isTaken(id);
    const since = issue.receivedAt.getTime() - issue.hours * HOUR_MS;
    return {
      earlier: this.#earlier(i),
      single: window.flatMap((id) => (isTaken(id) ? [] : [{ issueId: id, weighed: rows.get(id)!.weighed }])),
      firmOf: this.#firmsAmong([issue.issueId, ...window]),
      known: commons.near(sharing[i]!, issue.terms).map((common) => knownSince(common, since, inForce[i]!)),
      guidances: guidances[i]!,
      declinedTogether: (a, b) => this.#declinedIn(a).some((proposal) => this.#declinedIn(b).includes(proposal)),
      taken: isTaken(issue.issueId) || over.has(standing.get(issue.issueId)!.status),
    };
  }

  #earlier(i: number): OfSameFirm[] {
    const { waiting, receivedAt } = this.#prepared[i]!;
    const { earlier, rows, standing, readings } = this.#found;
    return earlier[i]!.filter((id) => !closed.has(standing.get(id)!.status))
      .map((id) => ({ ...rows.get(id)!, reading: readings.get(id)!, sameFirm: sureness(waiting, standing.get(id)!) }))
      .map((one) => ({
        issueId: one.issueId,
        reading: one.reading,
        weighed: one.weighed,
        sameFirm: one.sameFirm,
        daysApart: Math.abs(receivedAt.getTime() - one.receivedAt.getTime()) / DAY_MS,
      }))
      .filter(({ daysApart }) => daysApart < this.#prepared[i]!.policy.duplicateDays)
      .sort((a, b) => a.daysApart - b.daysApart);
  }

  /** Worked out when it is asked for: most issues make no proposal. */
  #firmsAmong(issueIds: readonly string[]): (issueId: string) => string | null {
    let firms: Map<string, string | null> | undefined;
    return (issueId) => {
      firms ??= this.#firms(issueIds);
      return firms.get(issueId) ?? null;
    };
  }

  #firms(issueIds: readonly string[]): Map<string, string | null> {
    const firms = firmsNamed(issueIds.map((id) => this.#found.standing.get(id)!));
    return new Map(issueIds.map((id, i) => [id, firms[i]!]));
  }

  #declinedIn(issueId: string): readonly string[] {
    return this.#found.standing.get(issueId)?.declinedIn ?? [];
  }
}

function knownSince({ lastReceivedAt, state, ...common }: Common, since: number, inForce: ReadonlySet<string>): Known {
  const growing = state === 'PROPOSED' && lastReceivedAt !== null && lastReceivedAt.getTime() >= since;
  const guidanceId = common.guidanceId !== null && inForce.has(common.guidanceId) ? common.guidanceId : null;
  return { commonIssueId: common.commonIssueId, core: common.core, guidanceId, growing };
}

type Named = Pick<NamedFirm, 'firmCreditCode' | 'firmName'>;

function sureness(a: Named, b: Named): number {
  if (a.firmCreditCode !== null && b.firmCreditCode !== null) return a.firmCreditCode === b.firmCreditCode ? 1 : 0;
  return a.firmName === null || b.firmName === null ? 0 : sameName(a.firmName, b.firmName);
}

export const mayBeOfOneFirm = (a: Named, b: Named): boolean => sureness(a, b) >= MAY_BE_ONE;
