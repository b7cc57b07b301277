import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { keyOfName } from '../firm/firm-name.service.ts';
import { guessDomain } from './domain/guess-domain.ts';
import { guessUrgency } from './domain/guess-urgency.ts';
import { policyFor, type LikenessPolicy } from './domain/policy.ts';
import type { Reading } from './domain/reading.ts';
import { sought } from './domain/retrieval.ts';
import { countedOf, Seen } from './domain/seen.ts';
import type { Told } from './domain/suggest.ts';
import { weigh, type Weighed } from './domain/weigh.ts';
import { EmbeddingService } from './embedding.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import type { Seeking } from './nearby.queries.ts';
import { read } from './reading.ts';
import type { IssueLikeness } from './suggestion.table.ts';
import { TermQueries } from './term.queries.ts';
import type { Waiting } from './waiting.queries.ts';

/** An issue ready to be compared, beside others whose suggestions are made together with its own. */
export interface Prepared extends Seeking {
  readonly waiting: Waiting;
  readonly told: Told;
  readonly policy: LikenessPolicy;
}

@Injectable()
export class WeighingService {
  constructor(
    private readonly terms: TermQueries,
    private readonly rows: LikenessRows,
    private readonly embeddings: EmbeddingService,
  ) {}

  /**
   * Weighs each by what was seen before it, and keeps it for those that come after.
   * @returns with what is to be remembered once the transaction is committed
   */
  async weigh(tx: Tx, waiting: readonly Waiting[], policies: readonly LikenessPolicy[]) {
    const readings = waiting.map(({ text }) => read(text));
    const kept = await this.rows.byIds(tx, idsOf(waiting.filter(({ again }) => again)));
    const asked = new Set(
      readings.flatMap((reading, i) => (kept.has(waiting[i]!.issueId) ? [] : [...countedOf(reading)])),
    );
    const before = await this.terms.seen(tx, [...asked]);
    const seen = new Seen(before);
    const known = { seen, policies, kept };
    const prepared = waiting.map((issue, i) => this.#prepared(issue, readings[i]!, known));
    const committed = await this.terms.count(tx, before, seen.since);
    const [again, first] = [true, false].map((was) => prepared.filter(({ issueId }) => kept.has(issueId) === was));
    await this.rows.insert(tx, first!.map(rowOf));
    await this.rows.rename(tx, again!.map(rowOf));
    return { prepared, committed };
  }

  #prepared(waiting: Waiting, reading: Reading, { seen, policies, kept }: Known): Prepared {
    const { issueId, receivedAt, firmCreditCode, firmName } = waiting;
    const domain = guessDomain(reading);
    const policy = policyFor(policies, domain.domain);
    const weighed = kept.get(issueId)?.weighed ?? this.#weighed(issueId, reading, domain.domain, seen);
    return {
      issueId,
      receivedAt,
      hours: policy.windowHours,
      terms: sought(weighed),
      firmCreditCode,
      firmKey: firmName === null ? null : keyOfName(firmName),
      waiting,
      told: { issue: { issueId, reading, weighed }, domain, urgency: guessUrgency(reading) },
      policy,
    };
  }

  #weighed(issueId: string, reading: Reading, domain: Weighed['domain'], seen: Seen): Weighed {
    const weighed = { ...weigh(reading, domain, seen), embedding: this.embeddings.of(issueId) };
    seen.count(reading);
    return weighed;
  }
}

const idsOf = (waiting: readonly Waiting[]): string[] => waiting.map(({ issueId }) => issueId);

interface Known {
  readonly seen: Seen;
  readonly policies: readonly LikenessPolicy[];
  /** of those that have a suggestion: they are compared as they were first weighed */
  readonly kept: ReadonlyMap<string, IssueLikeness>;
}

function rowOf({ issueId, firmKey, receivedAt, told }: Prepared): IssueLikeness {
  return { issueId, firmKey, receivedAt, weighed: told.issue.weighed };
}
