import { Injectable } from '@nestjs/common';
import { domain, townCode } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { page, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { filterOf } from '@qifutong/platform/paging';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { In } from 'typeorm';
import { z } from 'zod';
import type { CallbackFilter } from '../generated/graphql.ts';
import { CallbackTable, type Callback } from './callback.table.ts';
import type { Issue } from './domain/issue.ts';
import { IssueTable } from './issue.table.ts';

const filterShape = z.object({
  overdue: z.boolean().nullish(),
  domain: domain.nullish(),
  townCode: townCode.nullish(),
});
const longestDueFirst: Order<Issue> = { by: ['callbackDueAt', 'id'], direction: 'ASC' };

@Injectable()
export class CallbackQueries {
  constructor(private readonly db: Database) {}

  /** The callbacks of each issue, oldest first. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<Callback[][]> => {
    const callbacks = await this.db.source.manager.find(CallbackTable, {
      where: { issueId: In(issueIds) },
      order: { calledAt: 'ASC', id: 'ASC' },
    });
    const byIssue = Map.groupBy(callbacks, (callback) => callback.issueId);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };

  /** Whom to call back now; without what the viewer handled, where it is the viewer who would call. */
  async due(viewer: Viewer, filter: CallbackFilter | null | undefined, args: PageArgs): Promise<Page<Issue>> {
    const { overdue, domain: about, townCode: town } = filterOf(filterShape, filter);
    const now = await this.db.now();
    const query = this.db.source
      .createQueryBuilder(IssueTable, 'issue')
      .where('issue.callbackDueAt is not null and (issue.callAgainAt is null or issue.callAgainAt <= :now)', { now });
    if (hasRole(viewer, 'OPERATOR')) query.andWhere('not :sub = any (issue.handledBy)', { sub: viewer.sub });
    if (typeof overdue === 'boolean') query.andWhere(`issue.callbackDueAt ${overdue ? '<' : '>='} :now`);
    if (about) query.andWhere('issue.domain = :about', { about });
    if (town) query.andWhere('issue.townCode = :town', { town });
    return page(query, longestDueFirst, args);
  }
}
