import { Injectable } from '@nestjs/common';
import { domain } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import { filterOf } from '@qifutong/platform/paging';
import { inOrder } from '@qifutong/platform/request-context';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import { Any, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { CommonIssueFilter } from '../generated/graphql.ts';
import type { scopeOf } from '../issue/issue.queries.ts';
import { CommonIssueMemberTable, CommonIssueTable } from './common-issue.table.ts';
import { origins, type CommonIssue, type CommonIssueMember, type CommonIssueState } from './domain/common-issue.ts';

const filterShape = z.object({ domain: domain.nullish(), origin: z.enum(origins).nullish() });
const newestFirst: Order<CommonIssue> = { by: ['proposedAt', 'id'], direction: 'DESC' };
const readers = ['OPERATOR', 'ANALYST', 'COMMANDER', 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'AUDITOR'] as const;

export interface Counts {
  readonly memberCount: number;
  readonly firmCount: number;
  readonly settledCount: number;
}

type MembersAsked = PageArgs & {
  readonly states: readonly CommonIssueMember['state'][];
  readonly scope: ReturnType<typeof scopeOf>;
};

@Injectable()
export class CommonIssueQueries {
  constructor(private readonly db: Database) {}

  readonly byIds = async (ids: readonly string[]): Promise<(CommonIssue | null)[]> => {
    const found = await this.db.source.manager.findBy(CommonIssueTable, { id: Any(ids.filter((id) => isUuid(id))) });
    return inOrder(
      ids.map((id) => id.toLowerCase()),
      found,
      (common) => common.id,
    );
  };

  list(
    state: CommonIssueState | null,
    filter: CommonIssueFilter | null | undefined,
    args: PageArgs,
  ): Promise<Page<CommonIssue>> {
    const { domain: about, origin } = filterOf(filterShape, filter);
    const query = this.db.source.createQueryBuilder(CommonIssueTable, 'common');
    if (state) query.andWhere('common.state = :state', { state });
    if (about) query.andWhere('common.domain = :about', { about });
    if (origin) query.andWhere('common.origin = :origin', { origin });
    return page(query, newestFirst, args);
  }

  /** A page of each one's members, in the order in which they came. */
  readonly members = (ids: readonly string[], args: MembersAsked): Promise<Page<CommonIssueMember>[]> => {
    const { states, scope } = args;
    const narrow = (query: SelectQueryBuilder<CommonIssueMember>) => {
      query.andWhere('one.state in (:...states)', { states: states.length > 0 ? states : [''] });
      if (scope.firm !== null || scope.town !== null)
        query.andWhere(
          `exists (select from issue where issue.id = one.issue_id and issue.firm_credit_code is not distinct from coalesce(:firm, issue.firm_credit_code)
             and issue.town_code is not distinct from coalesce(:town, issue.town_code))`,
          scope,
        );
      // what is proposed, declined or in other hands is not theirs to read
      if (scope.taskForce !== null)
        query.andWhere(
          `one.state = 'MEMBER' and exists (select from common_issue common where common.id = one.common_issue_id and common.task_force = :taskForce)`,
          scope,
        );
    };
    const order: Order<CommonIssueMember> = { by: ['id'], direction: 'ASC' };
    const grouped = { table: CommonIssueMemberTable, key: 'commonIssueId', order, narrow } as const;
    return pagesByKey(this.db.source.manager, grouped, ids, args);
  };

  /** How many are proposed or members, of how many firms (as registered, else as named), and how many of them are settled. */
  readonly counts = async (ids: readonly string[]): Promise<Counts[]> => {
    const rows = await this.db.source.query<(Counts & { id: string })[]>(
      `select member.common_issue_id as id, count(*)::int as "memberCount",
         count(distinct coalesce(issue.firm_credit_code, issue.firm_name))::int as "firmCount",
         count(*) filter (where issue.status in ('ANSWERED', 'SOLVED', 'WRITTEN_OFF'))::int as "settledCount"
       from common_issue_member member join issue on issue.id = member.issue_id
       where member.common_issue_id = any($1) and member.state in ('PROPOSED', 'MEMBER')
       group by member.common_issue_id`,
      [ids],
    );
    const none: Counts = { memberCount: 0, firmCount: 0, settledCount: 0 };
    return inOrder(ids, rows, (row) => row.id).map((row) => row ?? none);
  };
}

/** The common issue, or null where this viewer may not read of any. */
export function ifReadable(viewer: Viewer, common: CommonIssue | null): CommonIssue | null {
  return hasRole(viewer, ...readers) ? common : null;
}
