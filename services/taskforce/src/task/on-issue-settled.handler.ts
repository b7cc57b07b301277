import { Injectable } from '@nestjs/common';
import { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueSettled implements Handler<typeof issueSettled> {
  readonly event = issueSettled;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, settled: z.output<typeof issueSettled.data>) {
    return this.tasks.settle(tx, settled);
  }
}
