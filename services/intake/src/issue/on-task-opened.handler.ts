import { Injectable } from '@nestjs/common';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueService } from './issue.service.ts';

@Injectable()
export class OnTaskOpened implements Handler<typeof taskOpened> {
  readonly event = taskOpened;

  constructor(private readonly issues: IssueService) {}

  handle(tx: Tx, { issueId, round, taskId, taskForce, openedAt: at }: z.output<typeof taskOpened.data>) {
    return this.issues.assign(tx, { issueId, round, taskId, taskForce, at });
  }
}
