import { Injectable } from '@nestjs/common';
import { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueUnsettled implements Handler<typeof issueUnsettled> {
  readonly event = issueUnsettled;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, unsettled: z.output<typeof issueUnsettled.data>) {
    return this.tasks.unsettle(tx, unsettled);
  }
}
