import { Injectable } from '@nestjs/common';
import { commonIssueClosed } from '@qifutong/contracts/intake/common-issue-closed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonTaskService } from './common-task.service.ts';

@Injectable()
export class OnCommonIssueClosed implements Handler<typeof commonIssueClosed> {
  readonly event = commonIssueClosed;

  constructor(private readonly tasks: CommonTaskService) {}

  handle(tx: Tx, { commonIssueId }: z.output<typeof commonIssueClosed.data>) {
    return this.tasks.close(tx, commonIssueId);
  }
}
