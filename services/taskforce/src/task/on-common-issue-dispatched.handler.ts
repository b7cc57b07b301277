import { Injectable } from '@nestjs/common';
import { commonIssueDispatched } from '@qifutong/contracts/intake/common-issue-dispatched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonIssueDispatched implements Handler<typeof commonIssueDispatched> {
  readonly event = commonIssueDispatched;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, dispatched: z.output<typeof commonIssueDispatched.data>) {
    return this.tasks.open(tx, dispatched);
  }
}
