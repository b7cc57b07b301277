import { Injectable } from '@nestjs/common';
import { commonTaskOpened } from '@qifutong/contracts/taskforce/common-task-opened';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonTaskOpened implements Handler<typeof commonTaskOpened> {
  readonly event = commonTaskOpened;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, { commonIssueId, taskForce }: z.output<typeof commonTaskOpened.data>) {
    return this.tasks.opened(tx, { commonIssueId, taskForce });
  }
}
