import { Injectable } from '@nestjs/common';
import { commonTaskAccepted } from '@qifutong/contracts/taskforce/common-task-accepted';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonTaskAccepted implements Handler<typeof commonTaskAccepted> {
  readonly event = commonTaskAccepted;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, { commonIssueId, taskForce, acceptedBy, acceptedAt }: z.output<typeof commonTaskAccepted.data>) {
    return this.tasks.accepted(tx, { commonIssueId, taskForce, by: acceptedBy, at: acceptedAt });
  }
}
