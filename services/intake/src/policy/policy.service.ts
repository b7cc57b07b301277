import { Injectable } from '@nestjs/common';
import { domain } from '@qifutong/contracts/fields';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { z } from 'zod';
import { BatchPolicyService } from '../batch/batch-policy.service.ts';
import type { SetBatchPolicyInput, SetCallbackPolicyInput, SetLikenessPolicyInput } from '../generated/graphql.ts';
import { CallbackPolicyService } from '../issue/callback-policy.service.ts';
import { LikenessPolicyService } from '../likeness/likeness-policy.service.ts';
import { assertCallbackPolicy, assertLikenessLines } from './domain/assert-policy.ts';

const MINUTES_OF_30_DAYS = 43_200;
const minutes = z.int().min(1).max(MINUTES_OF_30_DAYS);
const callbackShape = z.object({
  withinMinutes: minutes,
  attempts: z.int().min(1).max(20),
  attemptDays: z.int().min(1).max(20),
  againAfterMinutes: z.array(minutes).min(1).max(20),
});
const score = z.number().min(0).max(1);
const line = z.object({
  domain: domain.nullish().transform((one) => one ?? null),
  alike: score,
  duplicate: score,
  firms: z.int().min(2).max(1_000),
  windowHours: z.int().min(1).max(720),
  duplicateDays: z.int().min(1).max(365),
});
const likenessShape = z.object({ lines: z.array(line).max(100) });
const batchShape = z.object({ doubtfulBelow: score });

/** Whoever sets a policy waits for whoever sets one now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('intake policy' || current_schema()))`;

/** The numbers that people may set; each is kept by the feature that goes by it. */
@Injectable()
export class PolicyService {
  constructor(
    private readonly db: Database,
    private readonly callbacks: CallbackPolicyService,
    private readonly likeness: LikenessPolicyService,
    private readonly batches: BatchPolicyService,
  ) {}

  async inForce(tx?: Tx) {
    const callback = await this.callbacks.inForce(tx);
    const likeness = await this.likeness.inForce(tx);
    const { version: batchVersion, doubtfulBelow } = await this.batches.inForce(tx);
    return { callback, likeness, likenessVersion: likeness[0]!.version, batchVersion, doubtfulBelow };
  }

  async setCallback(input: SetCallbackPolicyInput) {
    const policy = shaped(callbackShape, input);
    assertCallbackPolicy(policy);
    return this.#set((tx) => this.callbacks.set(tx, policy));
  }

  async setLikeness(input: SetLikenessPolicyInput) {
    const { lines } = shaped(likenessShape, input);
    assertLikenessLines(lines);
    return this.#set((tx) => this.likeness.set(tx, lines));
  }

  async setBatch(input: SetBatchPolicyInput) {
    const { doubtfulBelow } = shaped(batchShape, input);
    return this.#set((tx) => this.batches.set(tx, doubtfulBelow));
  }

  #set(write: (tx: Tx) => Promise<void>) {
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      await write(tx);
      return this.inForce(tx);
    });
  }
}
