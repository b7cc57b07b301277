import { Injectable } from '@nestjs/common';
import { issueUnmatched } from '@qifutong/contracts/intake/issue-unmatched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueUnmatched implements Handler<typeof issueUnmatched> {
  readonly event = issueUnmatched;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, unmatched: z.output<typeof issueUnmatched.data>) {
    return this.tasks.forgetFirm(tx, unmatched);
  }
}
