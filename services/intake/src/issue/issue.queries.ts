import { Inject, Injectable } from '@nestjs/common';
import { issueNumber } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { page, pagesByKey, type Order, type Page, type PageArgs } from '@qifutong/persistence/keyset';
import type { ServiceConfig } from '@qifutong/platform/config';
import { filterOf } from '@qifutong/platform/paging';
import { inOrder } from '@qifutong/platform/request-context';
import { confinedToFirm, confinedToTaskForce, confinedToTown } from '@qifutong/platform/scope';
import { CONFIG } from '@qifutong/platform/tokens';
import type { Viewer } from '@qifutong/platform/viewer';
import { In, type SelectQueryBuilder } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { IssueFilter } from '../generated/graphql.ts';
import { openStatuses, type Issue } from './domain/issue.ts';
import { conditionsOf, issueFilterShape } from './issue-filter.ts';
import { IssueTable } from './issue.table.ts';

const newestFirst: Order<Issue> = { by: ['registeredAt', 'id'], direction: 'DESC' };

@Injectable()
export class IssueQueries {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
  ) {}

  readonly byIds = async (ids: readonly string[]): Promise<(Issue | null)[]> => {
    const issues = await this.db.source.manager.findBy(IssueTable, { id: In(ids.filter((id) => isUuid(id))) });
    // Postgres writes a UUID in small letters, however it was asked for
    return inOrder(
      ids.map((id) => id.toLowerCase()),
      issues,
      (issue) => issue.id,
    );
  };

  /** A page of each firm's issues. */
  readonly pagesOfFirms = (
    codes: readonly string[],
    args: PageArgs & { open: boolean | null; scope: Scope },
  ): Promise<Page<Issue>[]> => {
    const { open, scope } = args;
    const narrow = (query: SelectQueryBuilder<Issue>) => {
      if (open !== null) query.andWhere(`one.status ${open ? '' : 'not '}in (:...openStatuses)`, { openStatuses });
      confine(query, scope);
    };
    return pagesByKey(
      this.db.source.manager,
      { table: IssueTable, key: 'firmCreditCode', order: newestFirst, narrow },
      codes,
      args,
    );
  };

  /** A page of each common issue's members that nothing settles yet. */
  readonly awaitingPages = (
    commonIssueIds: readonly string[],
    args: PageArgs & { scope: Scope },
  ): Promise<Page<Issue>[]> => {
    const narrow = (query: SelectQueryBuilder<Issue>) => {
      query.andWhere('one.status in (:...awaiting)', {
        awaiting: ['REGISTERED', 'DISPATCHED', 'IN_PROGRESS', 'REOPENED'],
      });
      confine(query, args.scope);
    };
    const order: Order<Issue> = { by: ['registeredAt', 'id'], direction: 'ASC' };
    const grouped = { table: IssueTable, key: 'commonIssueId', order, narrow } as const;
    return pagesByKey(this.db.source.manager, grouped, commonIssueIds, args);
  };

  /** A page of the issues that each guidance's old version solved, still to be looked at again. */
  readonly toReviewPages = (
    guidanceIds: readonly string[],
    args: PageArgs & { scope: Scope },
  ): Promise<Page<Issue>[]> => {
    const narrow = (query: SelectQueryBuilder<Issue>) => {
      query.andWhere(`one.review_due and one.status in ('SOLVED', 'ANSWERED')`);
      confine(query, args.scope);
    };
    const order: Order<Issue> = { by: ['registeredAt', 'id'], direction: 'ASC' };
    const grouped = { table: IssueTable, key: 'guidanceId', order, narrow } as const;
    return pagesByKey(this.db.source.manager, grouped, guidanceIds, args);
  };
  async byNumber(number: string): Promise<Issue | null> {
    if (!issueNumber.safeParse(number).success) return null;
    return this.db.source.manager.findOneBy(IssueTable, { number });
  }

  async list(viewer: Viewer, filter: IssueFilter | null | undefined, args: PageArgs): Promise<Page<Issue>> {
    const asked = filterOf(issueFilterShape, filter);
    const now = typeof asked.callbackOverdue === 'boolean' ? await this.db.now() : null;
    const at = { now, timeZone: this.config.COUNTY_TIME_ZONE };
    const query = this.db.source.createQueryBuilder(IssueTable, 'issue');
    confine(query, scopeOf(viewer));
    for (const { sql, parameters } of conditionsOf(asked, at)) query.andWhere(sql, parameters);
    return page(query, newestFirst, args);
  }
}

/** The firm, the town and the task force to which somebody's view of the issues is confined; null where it is not. */
interface Scope {
  readonly firm: string | null;
  readonly town: string | null;
  readonly taskForce: string | null;
}

export function scopeOf(viewer: Viewer): Scope {
  return { firm: confinedToFirm(viewer), town: confinedToTown(viewer), taskForce: confinedToTaskForce(viewer) };
}

function confine(query: SelectQueryBuilder<Issue>, { firm, town, taskForce }: Scope): void {
  if (firm !== null) query.andWhere(`${query.alias}.firmCreditCode = :ownFirm`, { ownFirm: firm });
  if (town !== null) query.andWhere(`${query.alias}.townCode = :ownTown`, { ownTown: town });
  if (taskForce !== null)
    query.andWhere(
      `exists (select from common_issue common where common.id = ${query.alias}.common_issue_id and common.task_force = :ownTaskForce)`,
      { ownTaskForce: taskForce },
    );
}

/** The issue, or null when this viewer may not see it. */
export function ifVisible(viewer: Viewer, issue: Issue | null): Issue | null {
  const { firm, town } = scopeOf(viewer);
  const hidden = (firm !== null && issue?.firmCreditCode !== firm) || (town !== null && issue?.townCode !== town);
  return hidden ? null : issue;
}
