import { Injectable } from '@nestjs/common';
import { issueRejected } from '@qifutong/contracts/intake/issue-rejected';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueRejected implements Handler<typeof issueRejected> {
  readonly event = issueRejected;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, { issueId, round, rejectedAt: at }: z.output<typeof issueRejected.data>) {
    return this.tasks.cancel(tx, { issueId, lastRound: round, because: 'WITHDRAWN', commonIssueId: null, at });
  }
}
