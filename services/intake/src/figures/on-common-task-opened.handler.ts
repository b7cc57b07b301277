import { Injectable } from '@nestjs/common';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { TaskClockService } from './task-clock.service.ts';

@Injectable()
export class OnCommonTaskOpenedClock implements Handler<typeof commonTaskOpened> {
  readonly event = commonTaskOpened;

  constructor(private readonly clocks: TaskClockService) {}

  handle(tx: Tx, task: z.output<typeof commonTaskOpened.data>) {
    return this.clocks.open(tx, task);
  }
}
