import { Injectable } from '@nestjs/common';
import { taskSolved } from '@qifutong/contracts/taskforce/task-solved';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskSolvedClock implements Handler<typeof taskSolved> {
  readonly event = taskSolved;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId, solvedAt }: z.output<typeof taskSolved.data>) {
    return this.clocks.meet(tx, taskId, 'SOLUTION', solvedAt);
  }
}
