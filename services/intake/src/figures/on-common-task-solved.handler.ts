import { Injectable } from '@nestjs/common';
import { commonTaskSolved } from '@qifutong/contracts/taskforce/common-task-solved';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnCommonTaskSolvedClock implements Handler<typeof commonTaskSolved> {
  readonly event = commonTaskSolved;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId, solvedAt }: z.output<typeof commonTaskSolved.data>) {
    return this.clocks.meet(tx, taskId, 'SOLUTION', solvedAt);
  }
}
