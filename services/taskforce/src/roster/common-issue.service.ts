import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { CommonIssueTable, type CommonIssue } from './task-force.table.ts';

/** The common issues that intake announced: a task force can be founded for one. */
@Injectable()
export class CommonIssueService {
  async remember({ manager }: Tx, commonIssue: CommonIssue): Promise<void> {
    await manager.upsert(CommonIssueTable, commonIssue, ['id']);
  }
}
