import { Injectable } from '@nestjs/common';
import { commonTaskSolved } from '@qifutong/contracts/taskforce/common-task-solved';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonTaskSolved implements Handler<typeof commonTaskSolved> {
  readonly event = commonTaskSolved;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, { commonIssueId, taskForce, solvedBy, solvedAt }: z.output<typeof commonTaskSolved.data>) {
    return this.tasks.solved(tx, { commonIssueId, taskForce, by: solvedBy, at: solvedAt });
  }
}
