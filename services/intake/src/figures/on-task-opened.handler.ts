import { Injectable } from '@nestjs/common';
import { taskOpened } from '@qifutong/contracts/taskforce/task-opened';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskOpenedClock implements Handler<typeof taskOpened> {
  readonly event = taskOpened;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof taskOpened.data>) {
    return this.clocks.open(tx, task);
  }
}
