import { Injectable } from '@nestjs/common';
import { commonIssueConfirmed } from '@qifutong/contracts/intake/common-issue-confirmed';
import type { Handler } from '@qifutong/messaging/handler';
import type { Tx } from '@qifutong/persistence/database';
import type { z } from 'zod';
import { CommonIssueService } from './common-issue.service.ts';

@Injectable()
export class OnCommonIssueConfirmed implements Handler<typeof commonIssueConfirmed> {
  readonly event = commonIssueConfirmed;

  constructor(private readonly commonIssues: CommonIssueService) {}

  handle(tx: Tx, { commonIssueId: id, commonIssueNumber: number, domain }: z.output<typeof commonIssueConfirmed.data>) {
    return this.commonIssues.remember(tx, { id, number, domain });
  }
}
