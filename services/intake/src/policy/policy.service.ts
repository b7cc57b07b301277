import { Injectable } from '@nestjs/common';
import { domain } from '@qifutong/contracts/fields';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { z } from 'zod';
import type { SetBatchPolicyInput, SetCallbackPolicyInput, SetLikenessPolicyInput } from '../generated/graphql.ts';
import { CallbackPolicyTable } from '../issue/callback-policy.table.ts';
import { LikenessPolicyTable } from '../likeness/suggestion.table.ts';
import { assertCallbackPolicy, assertLikenessLines } from './domain/assert-policy.ts';
import { PolicyQueries, type IntakePolicy } from './policy.queries.ts';

const MINUTES_OF_30_DAYS = 43_200;
const minutes = z.int().min(1).max(MINUTES_OF_30_DAYS);
const callbackShape = z.object({
  withinMinutes: minutes,
  attempts: z.int().min(1).max(20),
  attemptDays: z.int().min(1).max(20),
  againAfterMinutes: z.array(minutes).min(1).max(20),
});
const score = z.number().min(0).max(1);
const likenessShape = z.object({
  lines: z
    .array(
      z.object({
        domain: domain.nullish().transform((one) => one ?? null),
        alike: score,
        duplicate: score,
        firms: z.int().min(2).max(1_000),
        windowHours: z.int().min(1).max(720),
        duplicateDays: z.int().min(1).max(365),
      }),
    )
    .max(100),
});
const batchShape = z.object({ doubtfulBelow: score });

/** Whoever sets a policy waits for whoever sets one now. */
const IN_TURN = `select pg_advisory_xact_lock(hashtext('intake policy' || current_schema()))`;

@Injectable()
export class PolicyService {
  constructor(
    private readonly db: Database,
    private readonly queries: PolicyQueries,
  ) {}

  async setCallback(input: SetCallbackPolicyInput): Promise<IntakePolicy> {
    const policy = shaped(callbackShape, input);
    assertCallbackPolicy(policy);
    return this.#set((tx) => tx.manager.update(CallbackPolicyTable, { onlyOne: true }, policy));
  }

  async setLikeness(input: SetLikenessPolicyInput): Promise<IntakePolicy> {
    const { lines } = shaped(likenessShape, input);
    assertLikenessLines(lines);
    return this.#set(async (tx) => {
      const { likeness, likenessVersion } = await this.queries.inForce(tx.manager);
      const version = likenessVersion + 1;
      const first = Math.max(...likeness.map(({ id }) => id)) + 1;
      await tx.manager.insert(
        LikenessPolicyTable,
        lines.map((line, i) => ({ ...line, version, id: first + i })),
      );
    });
  }

  async setBatch(input: SetBatchPolicyInput): Promise<IntakePolicy> {
    const { doubtfulBelow } = shaped(batchShape, input);
    return this.#set(async (tx) => {
      const now = await tx.now();
      await tx.manager.query(
        'insert into batch_policy (version, doubtful_below, valid_from) select max(version) + 1, $1, $2 from batch_policy',
        [doubtfulBelow, now],
      );
    });
  }

  #set(write: (tx: Tx) => Promise<unknown>): Promise<IntakePolicy> {
    return this.db.transaction(async (tx) => {
      await tx.manager.query(IN_TURN);
      await write(tx);
      return this.queries.inForce(tx.manager);
    });
  }
}
