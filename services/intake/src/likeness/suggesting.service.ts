import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { keyOfName } from '../firm/firm-name.service.ts';
import { guessDomain } from './domain/guess-domain.ts';
import { guessUrgency } from './domain/guess-urgency.ts';
import { policyFor } from './domain/policy.ts';
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

@Injectable()
export class SuggestingService {
  constructor(
    private readonly nearby: NearbyQueries,
    private readonly surroundings: SurroundingsService,
    private readonly placing: PlacingService,
    private readonly embeddings: EmbeddingService,
  ) {}

  /** As of when it was registered: history loaded later has what it would have had live. */
  async suggest(tx: Tx, issue: Waiting): Promise<void> {
    const reading = read(issue.text);
    const domain = guessDomain(reading);
    const policies = await this.nearby.policies(tx);
    const policy = policyFor(policies, domain.domain);
    const weighed = await this.#weighed(tx, issue, reading, domain.domain);
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

  async #weighed(tx: Tx, { issueId }: Waiting, reading: Reading, domain: Weighed['domain']): Promise<Weighed> {
    const terms = ['', ...new Set(termsOf(reading))];
    const seen = await this.nearby.frequencies(tx, terms);
    const weighed = weigh(reading, domain, { issues: seen.get('') ?? 0, of: (term) => seen.get(term) ?? 0 });
    await this.nearby.count(tx, terms);
    return { ...weighed, embedding: this.embeddings.of(issueId) };
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
