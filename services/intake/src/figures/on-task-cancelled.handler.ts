import { Injectable } from '@nestjs/common';
import { taskCancelled } from '@qifutong/contracts/taskforce/task-cancelled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskCancelledClock implements Handler<typeof taskCancelled> {
  readonly event = taskCancelled;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, cancelled: z.output<typeof taskCancelled.data>) {
    return this.clocks.cancel(tx, cancelled);
  }
}
