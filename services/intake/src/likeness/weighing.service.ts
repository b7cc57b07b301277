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
import { weigh } from './domain/weigh.ts';
import { EmbeddingService } from './embedding.service.ts';
import { LikenessRows } from './likeness-rows.service.ts';
import type { Seeking } from './nearby.queries.ts';
import { read } from './reading.ts';
import type { IssueLikeness } from './suggestion.table.ts';
import { TermQueries } from './term.queries.ts';
import { Turn } from './turn.ts';
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
    const readings: Reading[] = [];
    const turn = new Turn();
    for (const { text } of waiting) {
      readings.push(read(text));
      await turn.end();
    }
    const asked = new Set(readings.flatMap((reading) => [...countedOf(reading)]));
    const before = await this.terms.seen(tx, [...asked]);
    const seen = new Seen(before);
    const prepared = waiting.map((issue, i) => this.#weighed(issue, readings[i]!, { seen, policies }));
    const committed = await this.terms.count(tx, before, seen.since);
    await this.rows.insert(tx, prepared.map(rowOf));
    return { prepared, committed };
  }

  #weighed(waiting: Waiting, reading: Reading, { seen, policies }: Known): Prepared {
    const { issueId, text, receivedAt, firmCreditCode, firmName } = waiting;
    const domain = guessDomain(reading);
    const policy = policyFor(policies, domain.domain);
    const weighed = { ...weigh(reading, domain.domain, seen), embedding: this.embeddings.of(issueId) };
    seen.count(reading);
    return {
      issueId,
      receivedAt,
      hours: policy.windowHours,
      terms: sought(weighed),
      firmCreditCode,
      firmKey: firmName === null ? null : keyOfName(firmName),
      waiting,
      told: { issue: { issueId, text, reading, weighed }, domain, urgency: guessUrgency(reading) },
      policy,
    };
  }
}

interface Known {
  readonly seen: Seen;
  readonly policies: readonly LikenessPolicy[];
}

function rowOf({ issueId, firmCreditCode, firmKey, receivedAt, waiting, told }: Prepared): IssueLikeness {
  const { firmName } = waiting;
  return { issueId, firmCreditCode, firmName, firmKey, receivedAt, weighed: told.issue.weighed };
}
