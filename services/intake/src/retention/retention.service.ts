import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { LOG } from '@qifutong/platform/tokens';
import type { Logger } from 'pino';
import { RetentionPolicyQueries } from './retention-policy.queries.ts';
import { goOn, inHand } from './retention-run.queries.ts';
import { RetentionStep, type Turn } from './retention-step.service.ts';
import { RetentionQueries, type Due } from './retention.queries.ts';

/** Carries out, once a day is closed, what was due at its end; any number of instances may, at the same time and after each other. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly db: Database,
    private readonly queries: RetentionQueries,
    private readonly policies: RetentionPolicyQueries,
    private readonly step: RetentionStep,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Does one transaction's worth. @returns whether there may be more */
  async carryOut(): Promise<boolean> {
    const due = await this.queries.due(this.db.source.manager);
    return due !== null && !due.done && (await this.db.transaction((tx) => this.#some(tx, due)));
  }

  async #some(tx: Tx, due: Due): Promise<boolean> {
    const now = await tx.now();
    const run = await inHand(tx, due, now);
    if (run.kind === null) return false;
    const turn: Turn = { run, policy: await this.policies.inForce(tx.manager) };
    const step = await (run.kind === 'REPORTER_CONTACT'
      ? this.step.contacts(tx, turn, now)
      : this.step.items(tx, turn, now));
    await goOn(tx, step, now);
    for (const { data } of step.events) {
      const { kind, count } = data;
      this.log.info({ day: run.day, kind, count, policy: turn.policy.version }, 'retention carried out');
    }
    return true;
  }
}
