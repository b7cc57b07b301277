import { Injectable } from '@nestjs/common';
import { change, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { MembershipService } from '../issue/membership.service.ts';
import { commonIssues, CommonIssueTable } from './common-issue.table.ts';
import { admit, close } from './domain/close.ts';
import type { CommonIssue } from './domain/common-issue.ts';
import { settle, type Settlement } from './domain/settle.ts';

/** How a common issue comes to its end. */
@Injectable()
export class CommonIssueSettlement {
  constructor(
    private readonly db: Database,
    private readonly membership: MembershipService,
  ) {}

  /** The common issue, which nobody else changes until the transaction ends. */
  async hold(tx: Tx, id: string): Promise<CommonIssue> {
    const common = await tx.manager.findOne(CommonIssueTable, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (common === null) throw commonIssues.notFound();
    return common;
  }

  /** Its guidance was published; the members are left to the batch. */
  async settle(tx: Tx, commonIssueId: string, settlement: Settlement): Promise<void> {
    await change(tx, commonIssues, commonIssueId, (before, now) => settle(before, settlement, now));
    await this.membership.followSettlement(tx, commonIssueId);
  }

  /** One of its issues is opened again, and so is it where it was closed; until the transaction ends nobody closes it. */
  readmit(tx: Tx, commonIssueId: string): Promise<CommonIssue> {
    return change(tx, commonIssues, commonIssueId, admit);
  }

  /** Closes every settled common issue of which no issue is open any more; whoever else looks at the same time passes it by. */
  async closeFinished(): Promise<number> {
    const finished = await this.db.source.query<{ id: string }[]>(
      `select id from common_issue where state = 'SETTLED'
         and exists (select from issue where common_issue_id = common_issue.id and status = 'WRITTEN_OFF')
         and not exists (select from issue where common_issue_id = common_issue.id and status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED'))
       order by id limit 100`,
    );
    for (const { id } of finished) await this.#closeOne(id);
    return finished.length;
  }

  #closeOne(id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;
      const common = await tx.manager.findOne(CommonIssueTable, { where: { id, state: 'SETTLED' }, lock });
      if (common === null) return;
      const members = await this.membership.counts(tx, id);
      await save(tx, commonIssues, common, (before, now) => close(before, members, now));
    });
  }
}
