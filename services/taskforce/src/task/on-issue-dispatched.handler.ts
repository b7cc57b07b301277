import { Injectable } from '@nestjs/common';
import { issueDispatched } from '@qifutong/contracts/intake/issue-dispatched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueDispatched implements Handler<typeof issueDispatched> {
  readonly event = issueDispatched;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, dispatched: z.output<typeof issueDispatched.data>) {
    return this.tasks.open(tx, dispatched);
  }
}
