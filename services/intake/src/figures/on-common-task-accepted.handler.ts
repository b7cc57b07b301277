import { Injectable } from '@nestjs/common';
import { commonTaskAccepted } from '@qifutong/contracts/taskforce/common-task-accepted';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnCommonTaskAcceptedClock implements Handler<typeof commonTaskAccepted> {
  readonly event = commonTaskAccepted;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof commonTaskAccepted.data>) {
    return this.clocks.accept(tx, task, task.acceptedAt, task.solutionDueAt);
  }
}
