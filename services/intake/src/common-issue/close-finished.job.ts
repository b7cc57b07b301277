import { Injectable } from '@nestjs/common';
import type { Job } from '@qifutong/platform/schedule';
import { CommonIssueSettlement } from './settlement.service.ts';

@Injectable()
export class CloseFinished implements Job {
  readonly name = 'close-finished-common-issues';

  constructor(private readonly settlement: CommonIssueSettlement) {}

  async run(): Promise<null> {
    await this.settlement.closeFinished();
    return null;
  }
}
