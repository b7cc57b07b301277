import { Injectable } from '@nestjs/common';
import { taskBreached } from '@qifutong/contracts/taskforce/task-breached';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskBreachedClock implements Handler<typeof taskBreached> {
  readonly event = taskBreached;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof taskBreached.data>) {
    return this.clocks.miss(tx, task, task.clock, task.dueAt);
  }
}
