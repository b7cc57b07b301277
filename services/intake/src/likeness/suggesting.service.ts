import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { insertAll } from '@qifutong/persistence/insert-all';
import { Commons } from './domain/commons.ts';
import type { LikenessPolicy } from './domain/policy.ts';
import { suggest, type Suggestion } from './domain/suggest.ts';
import { EmbeddingService } from './embedding.service.ts';
import type { Met } from './met.ts';
import { LikenessPolicyService } from './likeness-policy.service.ts';
import { PlacingService, type Hand } from './placing.service.ts';
import { IssueSuggestionTable } from './suggestion.table.ts';
import { SurroundingsService } from './surroundings.service.ts';
import { asOf, type Waiting } from './waiting.queries.ts';
import { WeighingService, type Prepared } from './weighing.service.ts';

interface Placing {
  readonly i: number;
  readonly met: Met;
  readonly hand: Hand;
  readonly policies: readonly LikenessPolicy[];
  readonly now: Date;
}

interface Made {
  readonly suggestions: readonly Suggestion[];
  readonly madeAt: Date;
}

/** Makes the suggestions of several issues as they would be made one by one: in few statements, whatever their number. */
@Injectable()
export class SuggestingService {
  constructor(
    private readonly policy: LikenessPolicyService,
    private readonly weighing: WeighingService,
    private readonly surroundings: SurroundingsService,
    private readonly placing: PlacingService,
    private readonly embeddings: EmbeddingService,
  ) {}

  /** Reads some of the guidances that nobody has read, with which issues are compared. @returns whether there were any */
  readSome(tx: Tx): Promise<boolean> {
    return this.surroundings.readSome(tx);
  }

  /**
   * As of when each was registered: history loaded later has what it would have had live. As of now for those that had a suggestion.
   * @returns what is to be remembered once the transaction is committed
   */
  async suggest(tx: Tx, waiting: readonly Waiting[]): Promise<() => void> {
    const policies = await this.policy.inForce(tx);
    const { prepared, committed } = await this.weighing.weigh(tx, waiting, policies);
    const now = await tx.now();
    const met = await this.surroundings.of(tx, prepared, now);
    const hand: Hand = { commons: new Commons(met.commons), joining: [] };
    await this.placing.open(tx, hand, met.likelyJoined(this.embeddings.scorer));
    const suggestions: Suggestion[] = [];
    for (const [i, one] of prepared.entries()) {
      suggestions.push(await this.#place(tx, one, { i, met, hand, policies, now }));
    }
    await this.#save(tx, prepared, { suggestions, madeAt: now });
    const saved = await this.placing.save(tx, hand);
    return () => {
      committed();
      saved();
    };
  }

  async #place(
    tx: Tx,
    { told, policy, waiting }: Prepared,
    { i, met, hand, policies, now }: Placing,
  ): Promise<Suggestion> {
    const score = this.embeddings.scorer;
    const around = met.of(i, hand.commons);
    const { suggestion, placement } = suggest(told, { ...around, policies }, score);
    const { receivedAt } = waiting;
    const at = asOf(waiting, now);
    const { hasLeft } = met;
    await this.placing.carryOut(tx, hand, { ...around, hasLeft, told, placement, at, receivedAt, policy, score });
    return suggestion;
  }

  async #save(tx: Tx, prepared: readonly Prepared[], { suggestions, madeAt }: Made): Promise<void> {
    const { configured, name: scorer } = this.embeddings;
    const rows = prepared.map(({ issueId, told, policy }, i) => ({
      issueId,
      madeAt,
      scorer,
      fellBack: configured && told.issue.weighed.embedding === null,
      policyVersion: policy.version,
      ...suggestions[i]!,
    }));
    await insertAll(tx, IssueSuggestionTable, rows, 'issueId');
  }
}
