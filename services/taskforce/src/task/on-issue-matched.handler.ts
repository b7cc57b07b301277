import { Injectable } from '@nestjs/common';
import { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueMatched implements Handler<typeof issueMatched> {
  readonly event = issueMatched;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, matched: z.output<typeof issueMatched.data>) {
    return this.tasks.nameFirm(tx, matched);
  }
}
