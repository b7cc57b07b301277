import { Injectable } from '@nestjs/common';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueService } from './issue.service.ts';

@Injectable()
export class OnTaskSolved implements Handler<typeof taskSolved> {
  readonly event = taskSolved;

  constructor(private readonly issues: IssueService) {}

  handle(tx: Tx, { solvedBy: by, solvedAt: at, ...told }: z.output<typeof taskSolved.data>) {
    return this.issues.solve(tx, { ...told, by, at });
  }
}
