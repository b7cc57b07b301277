import { Injectable } from '@nestjs/common';
import { taskSuspended } from '@qifutong/contracts/taskforce/task-suspended';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskSuspendedClock implements Handler<typeof taskSuspended> {
  readonly event = taskSuspended;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId, suspendedAt }: z.output<typeof taskSuspended.data>) {
    return this.clocks.suspend(tx, taskId, suspendedAt);
  }
}
