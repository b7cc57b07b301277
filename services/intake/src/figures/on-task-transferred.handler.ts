import { Injectable } from '@nestjs/common';
import { taskTransferred } from '@qifutong/contracts/taskforce/task-transferred';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnTaskTransferredClock implements Handler<typeof taskTransferred> {
  readonly event = taskTransferred;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, { taskId, transferredAt }: z.output<typeof taskTransferred.data>) {
    return this.clocks.handOn(tx, taskId, transferredAt);
  }
}
