import { Injectable } from '@nestjs/common';
import { taskReturned } from '@qifutong/contracts/taskforce/task-returned';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueService } from './issue.service.ts';

@Injectable()
export class OnTaskReturned implements Handler<typeof taskReturned> {
  readonly event = taskReturned;

  constructor(private readonly issues: IssueService) {}

  handle(tx: Tx, { issueId, round, taskId }: z.output<typeof taskReturned.data>) {
    return this.issues.unassign(tx, { issueId, round, taskId });
  }
}
