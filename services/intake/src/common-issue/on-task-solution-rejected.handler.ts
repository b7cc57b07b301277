import { Injectable } from '@nestjs/common';
import { taskSolutionRejected } from '@qifutong/contracts/taskforce/task-solution-rejected';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonSolutionRejected implements Handler<typeof taskSolutionRejected> {
  readonly event = taskSolutionRejected;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, { commonIssueId, solvedAt }: z.output<typeof taskSolutionRejected.data>) {
    return this.tasks.solutionRejected(tx, { commonIssueId, solvedAt });
  }
}
