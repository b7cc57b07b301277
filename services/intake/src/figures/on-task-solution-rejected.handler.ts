import { Injectable } from '@nestjs/common';
import { taskSolutionRejected } from '@qifutong/contracts/taskforce/task-solution-rejected';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskSolutionRejectedClock implements Handler<typeof taskSolutionRejected> {
  readonly event = taskSolutionRejected;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId, solvedAt }: z.output<typeof taskSolutionRejected.data>) {
    return this.clocks.resume(tx, taskId, solvedAt);
  }
}
