import { setImmediate as others } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { Commons } from './domain/commons.ts';
import type { LikenessPolicy } from './domain/policy.ts';
import { suggest, type Suggestion } from './domain/suggest.ts';
import { EmbeddingService } from './embedding.service.ts';
import type { Met } from './met.ts';
import { NearbyQueries } from './nearby.queries.ts';
import { PlacingService, type Hand } from './placing.service.ts';
import { IssueSuggestionTable } from './suggestion.table.ts';
import { SurroundingsService } from './surroundings.service.ts';
import type { Waiting } from './waiting.queries.ts';
import { WeighingService, type Prepared } from './weighing.service.ts';

interface Turn {
  readonly i: number;
  readonly met: Met;
  readonly hand: Hand;
  readonly policies: readonly LikenessPolicy[];
}

/** Makes the suggestions of several issues as they would be made one by one: in few statements, whatever their number. */
@Injectable()
export class SuggestingService {
  constructor(
    private readonly nearby: NearbyQueries,
    private readonly weighing: WeighingService,
    private readonly surroundings: SurroundingsService,
    private readonly placing: PlacingService,
    private readonly embeddings: EmbeddingService,
  ) {}

  /**
   * As of when each was registered: history loaded later has what it would have had live.
   * @returns what is to be remembered once the transaction is committed
   */
  async suggest(tx: Tx, waiting: readonly Waiting[]): Promise<() => void> {
    const policies = await this.nearby.policies(tx);
    const prepared = await this.weighing.weigh(tx, waiting, policies);
    const met = await this.surroundings.of(tx, prepared);
    const hand = { commons: new Commons(met.commons), joining: [] };
    const suggestions: Suggestion[] = [];
    for (const [i, one] of prepared.entries()) {
      suggestions.push(await this.#place(tx, one, { i, met, hand, policies }));
      // who reports in the meantime does not wait for all of them
      await others();
    }
    await this.#save(tx, prepared, suggestions);
    return this.placing.save(tx, hand);
  }

  async #place(tx: Tx, { told, policy, waiting }: Prepared, { i, met, hand, policies }: Turn): Promise<Suggestion> {
    const score = this.embeddings.scorer;
    const around = met.of(i, hand.commons);
    const { suggestion, placement } = suggest(told, { ...around, policies }, score);
    const { registeredAt: at, receivedAt } = waiting;
    const { hasLeft } = met;
    await this.placing.carryOut(tx, hand, { ...around, hasLeft, told, placement, at, receivedAt, policy, score });
    return suggestion;
  }

  async #save(tx: Tx, prepared: readonly Prepared[], suggestions: readonly Suggestion[]): Promise<void> {
    const madeAt = await tx.now();
    const { configured, name: scorer } = this.embeddings;
    const rows = prepared.map(({ issueId, told, policy }, i) => ({
      issueId,
      madeAt,
      scorer,
      fellBack: configured && told.issue.weighed.embedding === null,
      policyVersion: policy.version,
      ...suggestions[i]!,
    }));
    await insertAll(tx, IssueSuggestionTable, rows);
  }
}
