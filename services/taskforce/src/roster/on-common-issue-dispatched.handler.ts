import { Injectable } from '@nestjs/common';
import { commonIssueDispatched } from '@qifutong/contracts/intake/common-issue-dispatched';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonIssueService } from './common-issue.service.ts';

@Injectable()
export class OnCommonIssueDispatched implements Handler<typeof commonIssueDispatched> {
  readonly event = commonIssueDispatched;

  constructor(private readonly commonIssues: CommonIssueService) {}

  handle(
    tx: Tx,
    { commonIssueId: id, commonIssueNumber: number, domain }: z.output<typeof commonIssueDispatched.data>,
  ) {
    return this.commonIssues.remember(tx, { id, number, domain });
  }
}
