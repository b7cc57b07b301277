import { Injectable } from '@nestjs/common';
import { commonIssueSettled } from '@qifutong/contracts/intake/common-issue-settled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonIssueSettled implements Handler<typeof commonIssueSettled> {
  readonly event = commonIssueSettled;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, settled: z.output<typeof commonIssueSettled.data>) {
    return this.tasks.settle(tx, settled);
  }
}
