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
import { firmsNamed, type NamedFirm } from '../firm/firm-name.service.ts';
import type { CommonIssueFilter } from '../generated/graphql.ts';
import type { scopeOf } from '../issue/issue.queries.ts';
import { linkableStatuses, settleableStatuses } from '../issue/membership.service.ts';
import { CommonIssueMemberTable, CommonIssueTable } from './common-issue.table.ts';
import { origins, type CommonIssue, type CommonIssueMember, type CommonIssueState } from './domain/common-issue.ts';

const filterShape = z.object({
  domain: domain.nullish(),
  origin: z.enum(origins).nullish(),
  awaiting: z.boolean().nullish(),
});
/** Of a settled one some member waits for the batch: one is looked up for each, where `exists` would read all that wait anywhere. */
const AWAITING = `common.state = 'SETTLED' and
  (select issue.id from issue where issue.common_issue_id = common.id and issue.status in (:...settleable) limit 1) is not null`;
const newestFirst: Order<CommonIssue> = { by: ['proposedAt', 'id'], direction: 'DESC' };
const readers = ['OPERATOR', 'ANALYST', 'COMMANDER', 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER', 'AUDITOR'] as const;

export interface Counts {
  readonly memberCount: number;
  readonly firmCount: number;
  readonly settledCount: number;
}

interface Counted {
  readonly id: string;
  /** some name no firm of the register */
  readonly asHeard: boolean;
}

type Named = Omit<NamedFirm, 'firmKey'> & { readonly id: string };

/** Members, and those proposed that can still be, $2 being `linkableStatuses`: what is counted, and what is shown of them. */
export const PRESENT = `member.state in ('PROPOSED', 'MEMBER')
  and (member.state = 'MEMBER' or issue.common_issue_id is null and issue.status = any ($2))`;
const JOINED = 'common_issue_member member join issue on issue.id = member.issue_id';
const OF_THESE = `where member.common_issue_id = any ($1) and ${PRESENT}`;

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
    const { domain: about, origin, awaiting } = filterOf(filterShape, filter);
    const query = this.db.source.createQueryBuilder(CommonIssueTable, 'common');
    if (state) query.andWhere('common.state = :state', { state });
    if (about) query.andWhere('common.domain = :about', { about });
    if (origin) query.andWhere('common.origin = :origin', { origin });
    if (typeof awaiting === 'boolean')
      query.andWhere(awaiting ? AWAITING : `not (${AWAITING})`, { settleable: settleableStatuses });
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

  /** How many are members or can still be, of how many firms (however misheard), and how many of them are settled. */
  readonly counts = async (ids: readonly string[]): Promise<Counts[]> => {
    const rows = await this.db.source.query<(Counts & Counted)[]>(
      `select member.common_issue_id as id, count(*)::int as "memberCount", count(distinct issue.firm_credit_code)::int as "firmCount",
         bool_or(issue.firm_credit_code is null and issue.firm_name is not null) as "asHeard",
         count(*) filter (where issue.status in ('ANSWERED', 'SOLVED', 'WRITTEN_OFF'))::int as "settledCount"
       from ${JOINED} ${OF_THESE} group by member.common_issue_id`,
      [ids, linkableStatuses],
    );
    const firms = await this.#firmsAsHeard(rows.flatMap(({ id, asHeard }) => (asHeard ? id : [])));
    return inOrder(ids, rows, (row) => row.id).map((row) => {
      const { id = '', memberCount = 0, firmCount = 0, settledCount = 0 } = row ?? {};
      return { memberCount, firmCount: firms.get(id) ?? firmCount, settledCount };
    });
  };

  /** Names are compared only where there are firms without a code. */
  async #firmsAsHeard(ids: readonly string[]): Promise<Map<string, number>> {
    if (ids.length === 0) return new Map();
    const named = await this.db.source.query<Named[]>(
      `select distinct member.common_issue_id as id, issue.firm_credit_code as "firmCreditCode", coalesce(firm.name, issue.firm_name) as "firmName"
       from ${JOINED} left join firm on firm.credit_code = issue.firm_credit_code ${OF_THESE} order by id, "firmCreditCode", "firmName"`,
      [ids, linkableStatuses],
    );
    const byId = Map.groupBy(named, ({ id }) => id);
    return new Map(
      [...byId].map(([id, firms]) => [id, new Set(firmsNamed(firms).filter((firm) => firm !== null)).size]),
    );
  }
}

/** The common issue, or null where this viewer may not read of any. */
export function ifReadable(viewer: Viewer, common: CommonIssue | null): CommonIssue | null {
  return hasRole(viewer, ...readers) ? common : null;
}
