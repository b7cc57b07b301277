import { Injectable } from '@nestjs/common';
import { taskResumed } from '@qifutong/contracts/taskforce/task-resumed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskResumedClock implements Handler<typeof taskResumed> {
  readonly event = taskResumed;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof taskResumed.data>) {
    return this.clocks.move(tx, task);
  }
}
