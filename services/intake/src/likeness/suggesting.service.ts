import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { keyOfName } from '../firm/firm-name.service.ts';
import { guessDomain } from './domain/guess-domain.ts';
import { guessUrgency } from './domain/guess-urgency.ts';
import { policyFor, type LikenessPolicy } from './domain/policy.ts';
import type { Reading } from './domain/reading.ts';
import { indexed } from './domain/retrieval.ts';
import { suggest, type Suggestion } from './domain/suggest.ts';
import { termsOf, weigh, type Weighed } from './domain/weigh.ts';
import { EmbeddingService } from './embedding.service.ts';
import { NearbyQueries, type Waiting } from './nearby.queries.ts';
import { PlacingService } from './placing.service.ts';
import { read } from './reading.ts';
import { IssueLikenessTable, IssueSuggestionTable } from './suggestion.table.ts';
import { SurroundingsService } from './surroundings.service.ts';

interface Batch {
  readonly policies: readonly LikenessPolicy[];
  /** how many issues had each term before the one in hand; counted on while the batch is worked off */
  readonly seen: Map<string, number>;
}

@Injectable()
export class SuggestingService {
  constructor(
    private readonly nearby: NearbyQueries,
    private readonly surroundings: SurroundingsService,
    private readonly placing: PlacingService,
    private readonly embeddings: EmbeddingService,
  ) {}

  /** Each as of when it was registered: history loaded later has what it would have had live. */
  async suggestAll(tx: Tx, waiting: readonly Waiting[]): Promise<void> {
    const readings = waiting.map(({ text }) => read(text));
    const terms = [...new Set(readings.flatMap(termsOf))].sort();
    const batch = { policies: await this.nearby.policies(tx), seen: await this.nearby.frequencies(tx, terms) };
    for (const [i, issue] of waiting.entries()) await this.#suggestOne(tx, issue, readings[i]!, batch);
    await count(tx, batch.seen);
  }

  async #suggestOne(tx: Tx, issue: Waiting, reading: Reading, { policies, seen }: Batch): Promise<void> {
    const domain = guessDomain(reading);
    const weighed = this.#weighed(issue, reading, { domain: domain.domain, seen });
    const policy = policyFor(policies, domain.domain);
    const { firm, ...met } = await this.surroundings.of(tx, issue, weighed, policy);
    const told = {
      issue: { issueId: issue.issueId, text: issue.text, reading, weighed, firm },
      domain,
      urgency: guessUrgency(reading.folded),
    };
    const score = this.embeddings.scorer;
    const { suggestion, placement } = suggest(told, { ...met, policies }, score);
    await this.#save(tx, issue, { weighed, suggestion, version: policy.version });
    const { registeredAt: at, receivedAt } = issue;
    await this.placing.carryOut(tx, { ...met, told, placement, at, receivedAt, policies, score });
  }

  #weighed(
    { issueId }: Waiting,
    reading: Reading,
    { domain, seen }: { domain: Weighed['domain']; seen: Batch['seen'] },
  ): Weighed {
    const frequencies = { issues: seen.get('') ?? 0, of: (term: string) => seen.get(term) ?? 0 };
    const weighed = { ...weigh(reading, domain, frequencies), embedding: this.embeddings.of(issueId) };
    for (const term of ['', ...new Set(termsOf(reading))]) seen.set(term, (seen.get(term) ?? 0) + 1);
    return weighed;
  }

  async #save(
    tx: Tx,
    issue: Waiting,
    made: { weighed: Weighed; suggestion: Suggestion; version: number },
  ): Promise<void> {
    const { issueId, firmCreditCode, firmName, receivedAt } = issue;
    const { weighed, suggestion, version } = made;
    const firmKey = firmName === null ? null : keyOfName(firmName);
    await tx.manager.insert(IssueLikenessTable, {
      issueId,
      firmCreditCode,
      firmName,
      firmKey,
      receivedAt,
      terms: indexed(weighed),
      weighed,
    });
    await tx.manager.insert(IssueSuggestionTable, {
      issueId,
      madeAt: await tx.now(),
      scorer: this.embeddings.name,
      fellBack: this.embeddings.configured && weighed.embedding === null,
      policyVersion: version,
      ...suggestion,
    });
    await tx.manager.query(`delete from issue_to_suggest where issue_id = $1`, [issueId]);
  }
}

/** In one order for all instances: two that count at once would wait for each other. */
async function count(tx: Tx, seen: ReadonlyMap<string, number>): Promise<void> {
  const terms = [...seen.keys()].sort();
  await tx.manager.query(
    `insert into likeness_term (term, issues) select * from unnest($1::text[], $2::int[])
     on conflict (term) do update set issues = excluded.issues`,
    [terms, terms.map((term) => seen.get(term))],
  );
}
