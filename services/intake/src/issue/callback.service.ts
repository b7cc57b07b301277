import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import type { ServiceConfig } from '@qifutong/platform/config';
import { optionalWords, orNull, words } from '@qifutong/platform/shape';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RecordCallbackInput, WriteOffUnreachedInput } from '../generated/graphql.ts';
import { CallbackPolicyService } from './callback-policy.service.ts';
import { CallbackTable, type Callback } from './callback.table.ts';
import { attempts } from './domain/attempts.ts';
import { callbackOutcomes, satisfactions } from './domain/callback.ts';
import type { Issue } from './domain/issue.ts';
import { recordCallback } from './domain/record-callback.ts';
import { writeOffUnreached } from './domain/write-off-unreached.ts';
import { IssueService } from './issue.service.ts';

const callbackShape = z.object({
  issueId: z.uuid(),
  outcome: z.enum(callbackOutcomes),
  satisfaction: orNull(z.enum(satisfactions)),
  note: optionalWords(2000),
});
const writeOffShape = z.object({ issueId: z.uuid(), reason: words(2000) });

@Injectable()
export class CallbackService {
  constructor(
    private readonly db: Database,
    private readonly issues: IssueService,
    private readonly callbackPolicy: CallbackPolicyService,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  async record(viewer: Viewer, input: RecordCallbackInput): Promise<Issue> {
    const { issueId, ...said } = shaped(callbackShape, input);
    const call = { ...said, id: uuidv7() };
    return this.db.transaction(async (tx) => {
      const { issue, ...tried } = await this.#tried(tx, issueId);
      let calledAt = issue.changedAt;
      const after = await this.issues.changeLocked(tx, issue, (before, now) => {
        calledAt = now;
        return recordCallback(before, { ...call, callbackId: call.id, by: viewer.sub }, tried, now);
      });
      const { id, round } = issue;
      const callback: Callback = { ...call, issueId: id, firstIssueId: null, round, calledAt, calledBy: viewer.sub };
      await tx.manager.insert(CallbackTable, callback);
      return after;
    });
  }

  async writeOffUnreached(viewer: Viewer, input: WriteOffUnreachedInput): Promise<Issue> {
    const { issueId, reason } = shaped(writeOffShape, input);
    return this.db.transaction(async (tx) => {
      const { issue, earlier, policy } = await this.#tried(tx, issueId);
      const dayOf = (at: Date) => countyDay(at, this.config.COUNTY_TIME_ZONE);
      const dated = earlier.map((attempt) => ({ ...attempt, day: dayOf(attempt.calledAt) }));
      const signOff = { reason, by: viewer.sub, attempts: dated };
      return this.issues.changeLocked(tx, issue, (before, now) => writeOffUnreached(before, signOff, policy, now));
    });
  }

  /** The issue, locked, and how often it was tried in vain to ask the firm about it. */
  async #tried(tx: Tx, issueId: string) {
    const [issue] = (await this.issues.lock(tx, issueId)) as [Issue];
    const calls = await tx.manager.find(CallbackTable, {
      where: { issueId: issue.id },
      order: { calledAt: 'ASC', id: 'ASC' },
    });
    return { issue, earlier: attempts(issue, calls), policy: await this.callbackPolicy.of(tx, issue) };
  }
}
