import { Injectable } from '@nestjs/common';
import { issueLinked } from '@qifutong/contracts/intake/issue-linked';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueLinked implements Handler<typeof issueLinked> {
  readonly event = issueLinked;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, { issueId, round, commonIssueId, linkedAt: at }: z.output<typeof issueLinked.data>) {
    return this.tasks.cancel(tx, { issueId, lastRound: round, because: 'COMMON_ISSUE', commonIssueId, at });
  }
}
