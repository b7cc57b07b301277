import { Injectable } from '@nestjs/common';
import { domain } from '@qifutong/contracts/fields';
import { append } from '@qifutong/persistence/append';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { orNull } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { BatchPolicyService } from '../batch/batch-policy.service.ts';
import type { SetBatchPolicyInput, SetCallbackPolicyInput, SetLikenessPolicyInput } from '../generated/graphql.ts';
import { CallbackPolicyService } from '../issue/callback-policy.service.ts';
import { LikenessPolicyService } from '../likeness/likeness-policy.service.ts';
import { assertCallbackPolicy, assertDomainsOnce, assertLikenessLines } from './domain/assert-policy.ts';
import { setPolicy, type PolicyOf, type PolicyVersion, type StatedPolicy } from './domain/set-policy.ts';

const MINUTES_OF_30_DAYS = 43_200;
const minutes = z.int().min(1).max(MINUTES_OF_30_DAYS);
const expectedVersion = orNull(z.int());
const callbackShape = z.object({
  expectedVersion,
  withinMinutes: minutes,
  attempts: z.int().min(1).max(20),
  attemptDays: z.int().min(1).max(20),
  againAfterMinutes: z.array(minutes).min(1).max(20),
});
const score = z.number().min(0).max(1);
const line = z.object({
  domain: orNull(domain),
  alike: score,
  duplicate: score,
  firms: z.int().min(2).max(1_000),
  windowHours: z.int().min(1).max(720),
  duplicateDays: z.int().min(1).max(365),
});
const likenessShape = z.object({ expectedVersion, lines: z.array(line).max(100) });
const batchLine = z.object({ domain, doubtfulBelow: score });
const batchShape = z.object({ expectedVersion, doubtfulBelow: score, lines: orNull(z.array(batchLine).max(100)) });

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
    const { version: batchVersion, doubtfulBelow, lines: batchLines } = await this.batches.inForce(tx);
    return { callback, likeness, likenessVersion: likeness[0]!.version, batchVersion, doubtfulBelow, batchLines };
  }

  /** By version; else the one in force. */
  callbackPolicy(version: number | null) {
    return version === null ? this.callbacks.inForce() : this.callbacks.version(version);
  }

  likenessPolicy(version: number | null) {
    return this.likeness.whole(version);
  }

  batchPolicy(version: number | null) {
    return this.batches.whole(version);
  }

  async setCallback({ sub }: Viewer, input: SetCallbackPolicyInput) {
    const stated = shaped(callbackShape, input);
    assertCallbackPolicy(stated);
    return this.#set(sub, 'CALLBACKS', stated, {
      inForce: (tx) => this.callbacks.inForce(tx),
      add: (tx, policy) => this.callbacks.add(tx, policy),
    });
  }

  async setLikeness({ sub }: Viewer, input: SetLikenessPolicyInput) {
    const stated = shaped(likenessShape, input);
    assertLikenessLines(stated.lines);
    return this.#set(sub, 'LIKENESS', stated, {
      inForce: async (tx) => (await this.likeness.inForce(tx))[0]!,
      add: (tx, policy) => this.likeness.add(tx, policy),
    });
  }

  async setBatch({ sub }: Viewer, input: SetBatchPolicyInput) {
    const stated = shaped(batchShape, input);
    assertDomainsOnce(stated.lines ?? []);
    return this.#set(sub, 'BATCHES', stated, {
      inForce: (tx) => this.batches.inForce(tx),
      add: (tx, policy) => this.batches.add(tx, policy),
    });
  }

  #set<T extends StatedPolicy>(by: string, of: PolicyOf, stated: T, kept: KeptPolicy<T>) {
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      const { version } = await kept.inForce(tx);
      const now = await tx.now();
      const { state, events } = setPolicy({ of, version }, stated, by, now);
      await kept.add(tx, state);
      await append(tx, events, version, now);
      return this.inForce(tx);
    });
  }
}

/** Where the versions of one policy are. */
interface KeptPolicy<T> {
  readonly inForce: (tx: Tx) => Promise<{ readonly version: number }>;
  readonly add: (tx: Tx, policy: Omit<T, 'expectedVersion'> & PolicyVersion) => Promise<void>;
}
