import { Injectable } from '@nestjs/common';
import { taskAccepted } from '@qifutong/contracts/taskforce/task-accepted';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskAcceptedClock implements Handler<typeof taskAccepted> {
  readonly event = taskAccepted;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof taskAccepted.data>) {
    return this.clocks.accept(tx, task, task.acceptedAt, task.solutionDueAt);
  }
}
