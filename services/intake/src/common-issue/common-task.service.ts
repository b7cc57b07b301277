import { Injectable } from '@nestjs/common';
import { change } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { MembershipService } from '../issue/membership.service.ts';
import { commonIssues } from './common-issue.table.ts';
import { followAccepted, followOpened, followRejected, followSolved } from './domain/follow-task.ts';

interface TaskFact {
  readonly commonIssueId: string;
  readonly taskForce: string;
}

/** What the task forces tell of a common issue's one task, and what that means to it and to its members. */
@Injectable()
export class CommonTaskService {
  constructor(private readonly membership: MembershipService) {}

  async opened(tx: Tx, { commonIssueId, taskForce }: TaskFact): Promise<void> {
    await change(tx, commonIssues, commonIssueId, (before) => followOpened(before, { taskForce }));
    await this.membership.followTaskForce(tx, commonIssueId, { taskForce });
  }

  async accepted(tx: Tx, told: TaskFact & { readonly by: string; readonly at: Date }): Promise<void> {
    await change(tx, commonIssues, told.commonIssueId, (before) => followAccepted(before, told));
    await this.membership.followAcceptance(tx, told.commonIssueId, told);
  }

  async solved(tx: Tx, told: TaskFact & { readonly by: string; readonly at: Date }): Promise<void> {
    await change(tx, commonIssues, told.commonIssueId, (before) => followSolved(before, told));
  }

  /** @param told without a common issue: it is the task of an issue */
  async solutionRejected(
    tx: Tx,
    told: { readonly commonIssueId: string | null; readonly solvedAt: Date },
  ): Promise<void> {
    if (told.commonIssueId === null) return;
    await change(tx, commonIssues, told.commonIssueId, (before) => followRejected(before, told));
  }
}
