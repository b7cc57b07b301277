import { Injectable } from '@nestjs/common';
import { taskReturned } from '@qifutong/contracts/taskforce/task-returned';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskReturnedClock implements Handler<typeof taskReturned> {
  readonly event = taskReturned;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { returnedAt, ...task }: z.output<typeof taskReturned.data>) {
    return this.clocks.giveBack(tx, task, returnedAt);
  }
}
