import { Injectable } from '@nestjs/common';
import { taskUnsettled } from '@qifutong/contracts/taskforce/task-unsettled';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskUnsettledClock implements Handler<typeof taskUnsettled> {
  readonly event = taskUnsettled;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId }: z.output<typeof taskUnsettled.data>) {
    return this.clocks.resume(tx, taskId);
  }
}
