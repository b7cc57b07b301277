import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { optionalWords } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { RecordCallbackInput } from '../generated/graphql.ts';
import type { Issue } from './domain/issue.ts';
import { callbackOutcomes, recordCallback, satisfactions } from './domain/record-callback.ts';
import { IssueService } from './issue.service.ts';
import { CallbackTable, type Callback } from './callback.table.ts';

const shape = z.object({
  issueId: z.uuid(),
  outcome: z.enum(callbackOutcomes),
  satisfaction: z
    .enum(satisfactions)
    .nullish()
    .transform((rating) => rating ?? null),
  note: optionalWords(2000),
});

@Injectable()
export class CallbackService {
  constructor(
    private readonly db: Database,
    private readonly issues: IssueService,
  ) {}

  async record(viewer: Viewer, input: RecordCallbackInput): Promise<Issue> {
    const { issueId, note, outcome, satisfaction } = shaped(shape, input);
    const call = { callbackId: uuidv7(), outcome, satisfaction, by: viewer.sub };
    return this.db.transaction(async (tx) => {
      let callback: Callback | undefined;
      const issue = await this.issues.change(tx, issueId, (before, now) => {
        const { round } = before;
        callback = {
          id: call.callbackId,
          issueId,
          round,
          outcome,
          satisfaction,
          note,
          calledAt: now,
          calledBy: viewer.sub,
        };
        return recordCallback(before, call, now);
      });
      await tx.manager.insert(CallbackTable, callback!);
      return issue;
    });
  }

  /** The callbacks of each issue, oldest first. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<Callback[][]> => {
    const callbacks = await this.db.source.manager.find(CallbackTable, {
      where: { issueId: In(issueIds) },
      order: { calledAt: 'ASC' },
    });
    const byIssue = Map.groupBy(callbacks, (callback) => callback.issueId);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };
}
