import { Injectable } from '@nestjs/common';
import { taskSolutionRejected } from '@qifutong/contracts/taskforce/task-solution-rejected';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueService } from './issue.service.ts';

@Injectable()
export class OnTaskSolutionRejected implements Handler<typeof taskSolutionRejected> {
  readonly event = taskSolutionRejected;

  constructor(private readonly issues: IssueService) {}

  handle(tx: Tx, { issueId, round, solvedAt, rejectedBy: by }: z.output<typeof taskSolutionRejected.data>) {
    return this.issues.findIneffective(tx, { issueId, round, solvedAt, by });
  }
}
