import { Injectable } from '@nestjs/common';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueService } from './issue.service.ts';

@Injectable()
export class OnTaskAccepted implements Handler<typeof taskAccepted> {
  readonly event = taskAccepted;

  constructor(private readonly issues: IssueService) {}

  handle(
    tx: Tx,
    { taskId, taskForce, issueId, round, acceptedBy: by, acceptedAt: at }: z.output<typeof taskAccepted.data>,
  ) {
    return this.issues.startWork(tx, { taskId, taskForce, issueId, round, by, at });
  }
}
