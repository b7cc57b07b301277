import { Injectable } from '@nestjs/common';
import { firmClockBreached } from '@qifutong/contracts/taskforce/firm-clock-breached';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnFirmClockBreached implements Handler<typeof firmClockBreached> {
  readonly event = firmClockBreached;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof firmClockBreached.data>) {
    return this.clocks.missOfFirm(tx, task, task.dueAt);
  }
}
