import { Injectable } from '@nestjs/common';
import { taskSettled } from '@qifutong/contracts/taskforce/task-settled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskSettledClock implements Handler<typeof taskSettled> {
  readonly event = taskSettled;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId, settledAt }: z.output<typeof taskSettled.data>) {
    return this.clocks.meet(tx, taskId, 'SOLUTION', settledAt);
  }
}
