import { Injectable } from '@nestjs/common';
import { issueReadmitted } from '@qifutong/contracts/intake/issue-readmitted';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueReadmitted implements Handler<typeof issueReadmitted> {
  readonly event = issueReadmitted;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, readmitted: z.output<typeof issueReadmitted.data>) {
    return this.tasks.readmit(tx, readmitted);
  }
}
