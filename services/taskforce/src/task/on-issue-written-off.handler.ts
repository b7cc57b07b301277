import { Injectable } from '@nestjs/common';
import { issueWrittenOff } from '@qifutong/contracts/intake/issue-written-off';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { IssueTaskService } from './issue-task.service.ts';

@Injectable()
export class OnIssueWrittenOff implements Handler<typeof issueWrittenOff> {
  readonly event = issueWrittenOff;

  constructor(private readonly tasks: IssueTaskService) {}

  handle(tx: Tx, { issueId, round }: z.output<typeof issueWrittenOff.data>) {
    return this.tasks.close(tx, { issueId, lastRound: round, because: 'WRITTEN_OFF' });
  }
}
