import { Injectable } from '@nestjs/common';
import { issueReopened } from '@qifutong/contracts/intake/issue-reopened';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueReopened implements Handler<typeof issueReopened> {
  readonly event = issueReopened;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, { issueId, round }: z.output<typeof issueReopened.data>) {
    return this.tasks.close(tx, { issueId, lastRound: round - 1, because: 'REOPENED' });
  }
}
