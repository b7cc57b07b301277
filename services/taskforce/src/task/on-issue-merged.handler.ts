import { Injectable } from '@nestjs/common';
import { issueMerged } from '@qifutong/contracts/intake/issue-merged';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueMerged implements Handler<typeof issueMerged> {
  readonly event = issueMerged;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, { issueId, round, mergedAt: at }: z.output<typeof issueMerged.data>) {
    return this.tasks.cancel(tx, { issueId, lastRound: round, because: 'MERGED', commonIssueId: null, at });
  }
}
