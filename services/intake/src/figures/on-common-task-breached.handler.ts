import { Injectable } from '@nestjs/common';
import { commonTaskBreached } from '@qifutong/contracts/taskforce/common-task-breached';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnCommonTaskBreachedClock implements Handler<typeof commonTaskBreached> {
  readonly event = commonTaskBreached;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof commonTaskBreached.data>) {
    return this.clocks.miss(tx, task, task.clock, task.dueAt);
  }
}
