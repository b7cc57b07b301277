import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { keyOfName, SAME_FIRM_SCORE, sameName } from '../firm/firm-name.service.ts';
import { LRUCache } from 'lru-cache';
import { firmsOf } from './domain/firms-of.ts';
import type { LikenessPolicy } from './domain/policy.ts';
import type { Reading } from './domain/reading.ts';
import { sought } from './domain/retrieval.ts';
import type { Circumstances, Known, OfSameFirm } from './domain/suggest.ts';
import type { Weighed } from './domain/weigh.ts';
import { NearbyQueries, type KnownCore, type Near, type SameFirm, type Waiting } from './nearby.queries.ts';
import { PublishedService } from './published.service.ts';
import { read } from './reading.ts';

const DAY_MS = 86_400_000;
/** Names less sure than this are not worth comparing the texts. */
const MAY_BE_ONE = 0.5;
const KEPT = 2_000;

/** What an issue meets: others of its firm, others of its window, and the common issues there are. */
@Injectable()
export class SurroundingsService {
  readonly #readings = new LRUCache<string, Reading>({ max: KEPT });

  constructor(
    private readonly nearby: NearbyQueries,
    private readonly published: PublishedService,
  ) {}

  async of(
    tx: Tx,
    issue: Waiting,
    weighed: Weighed,
    policy: LikenessPolicy,
  ): Promise<Omit<Circumstances, 'policies'> & { firm: string | null }> {
    const terms = sought(weighed);
    const firmKey = issue.firmName === null ? null : keyOfName(issue.firmName);
    const near = await this.nearby.near(tx, { ...issue, hours: policy.windowHours, terms });
    const ofFirm = await this.nearby.ofFirm(tx, issue, firmKey, policy.duplicateDays);
    await this.published.keepOpened(tx);
    const cores = await this.nearby.cores(tx, terms);
    const weights = await this.nearby.weighedOf(
      tx,
      [...near, ...ofFirm].map(({ issueId }) => issueId),
    );
    const firms = firmsOf([{ ...issue, firmKey }, ...near], (a, b) => sameName(a, b) >= SAME_FIRM_SCORE);
    const since = issue.receivedAt.getTime() - policy.windowHours * 3_600_000;
    return {
      firm: firms[0]!,
      earlier: ofFirm.flatMap((one) => this.#sameFirmOf(issue, one, weights.get(one.issueId)!)),
      single: near.flatMap((one, i) =>
        one.taken ? [] : [{ issueId: one.issueId, firm: firms[i + 1]!, weighed: weights.get(one.issueId)! }],
      ),
      known: cores.map((core) => knownSince(core, since)),
      guidances: await this.published.guidances(tx),
      declinedTogether: declinedTogether(near),
      taken: issue.taken,
    };
  }

  #sameFirmOf(issue: Waiting, { issueId, text, ...one }: SameFirm, weighed: Weighed): OfSameFirm[] {
    const sameFirm = sureness(issue, one);
    if (sameFirm < MAY_BE_ONE) return [];
    const reading = this.#readings.get(issueId) ?? read(text);
    this.#readings.set(issueId, reading);
    const daysBefore = (issue.receivedAt.getTime() - one.receivedAt.getTime()) / DAY_MS;
    return [{ issueId, text, reading, weighed, sameFirm, daysBefore }];
  }
}

function knownSince({ lastReceivedAt, state, ...core }: KnownCore, since: number): Known {
  return {
    ...core,
    growing: state === 'PROPOSED' && lastReceivedAt !== null && lastReceivedAt.getTime() >= since,
  };
}

function sureness(a: Waiting, b: Pick<SameFirm, 'firmCreditCode' | 'firmName'>): number {
  if (a.firmCreditCode !== null && b.firmCreditCode !== null) return a.firmCreditCode === b.firmCreditCode ? 1 : 0;
  return a.firmName === null || b.firmName === null ? 0 : sameName(a.firmName, b.firmName);
}

function declinedTogether(near: readonly Near[]): (a: string, b: string) => boolean {
  const declined = new Map(near.map(({ issueId, declinedIn }) => [issueId, new Set(declinedIn)]));
  return (a, b) => [...(declined.get(a) ?? [])].some((proposal) => declined.get(b)?.has(proposal));
}
