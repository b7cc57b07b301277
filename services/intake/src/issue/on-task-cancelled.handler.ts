import { Injectable } from '@nestjs/common';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueService } from './issue.service.ts';

@Injectable()
export class OnTaskCancelled implements Handler<typeof taskCancelled> {
  readonly event = taskCancelled;

  constructor(private readonly issues: IssueService) {}

  handle(tx: Tx, { issueId, round, taskId }: z.output<typeof taskCancelled.data>) {
    return this.issues.unassign(tx, { issueId, round, taskId });
  }
}
