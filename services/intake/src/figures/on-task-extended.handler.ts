import { Injectable } from '@nestjs/common';
import { taskExtended } from '@qifutong/contracts/taskforce/task-extended';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskExtendedClock implements Handler<typeof taskExtended> {
  readonly event = taskExtended;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof taskExtended.data>) {
    return this.clocks.move(tx, task);
  }
}
