import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { inOrder } from '@qifutong/platform/request-context';
import { confinedToFirm, confinedToTown } from '@qifutong/platform/scope';
import type { Viewer } from '@qifutong/platform/viewer';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { IssueFilter } from '../generated/graphql.ts';
import type { Issue } from './domain/issue.ts';
import { IssueTable } from './issue.table.ts';

const newestFirst: Order<Issue> = { by: ['registeredAt', 'id'], direction: 'DESC' };

@Injectable()
export class IssueQueries {
  constructor(private readonly db: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Issue | null)[]> => {
    const issues = await this.db.source.manager.findBy(IssueTable, { id: In(ids.filter((id) => isUuid(id))) });
    return inOrder(ids, issues, (issue) => issue.id);
  };

  /** A page of each firm's issues. */
  readonly pagesOfFirms = (codes: readonly string[], args: PageArgs & { open: boolean | null }): Promise<Page<Issue>[]> => {
    const { open } = args;
    const narrow = (query: { andWhere(sql: string): unknown }) => {
      if (open !== null) query.andWhere(`one.status ${open ? '<>' : '='} 'WRITTEN_OFF'`);
    };
    return pagesByKey(this.db.source.manager, { table: IssueTable, key: 'firmCreditCode', order: newestFirst, narrow }, codes, args);
  };

  list(viewer: Viewer, filter: IssueFilter, args: PageArgs): Promise<Page<Issue>> {
    const query = this.db.source.createQueryBuilder(IssueTable, 'issue');
    const firm = confinedToFirm(viewer);
    const town = confinedToTown(viewer) ?? filter.townCode;
    if (firm !== null) query.andWhere('issue.firmCreditCode = :firm', { firm });
    if (town) query.andWhere('issue.townCode = :town', { town });
    if (filter.status) query.andWhere('issue.status in (:...status)', { status: filter.status });
    if (filter.domain) query.andWhere('issue.domain = :domain', { domain: filter.domain });
    return page(query, newestFirst, args);
  }

}

/** The issue, or null when this viewer may not see it. */
export function ifVisible(viewer: Viewer, issue: Issue | null): Issue | null {
  const [firm, town] = [confinedToFirm(viewer), confinedToTown(viewer)];
  const hidden = (firm !== null && issue?.firmCreditCode !== firm) || (town !== null && issue?.townCode !== town);
  return hidden ? null : issue;
}
