import { Injectable } from '@nestjs/common';
import { closedStatuses } from '@qifutong/contracts/fields';
import type { EntityManager } from 'typeorm';

/** Reporters, and the first of the issues that they reported. */
export interface Holding {
  readonly count: number;
  readonly ids: readonly string[];
}

const STILL_HELD = 'pseudonym is null and coalesce(sealed, name_mask, phone_mask) is not null';
/** How many reporters each issue holds that was written off after $1 and not after $2, with all that were merged into it. */
const HOLDING = `with recursive family (survivor_id, since, id) as (
    select issue_id, written_off_at, issue_id from retained_contact where written_off_at > $1 and written_off_at <= $2
    union all select survivor_id, since, issue.id from issue join family on issue.merged_into = family.id),
  holding as (
    select survivor_id as id, since, count(*)::int as reporters
    from family join report on report.issue_id = family.id join reporter on reporter.report_id = report.id
    where ${STILL_HELD} group by 1, 2)`;

@Injectable()
export class DryRunQueries {
  async holding(manager: EntityManager, [after, until]: readonly [string, string], first: number): Promise<Holding> {
    const rows: Holding[] = await manager.query(
      `${HOLDING} select coalesce(sum(reporters), 0)::int as count,
         array(select id from holding order by since, id limit $3) as ids from holding`,
      [after, until, first],
    );
    return rows[0]!;
  }

  /** The same issue by issue, oldest first. */
  holders(
    manager: EntityManager,
    [after, until]: readonly [string, string],
  ): Promise<{ id: string; reporters: number }[]> {
    return manager.query(`${HOLDING} select id, reporters from holding order by since, id`, [after, until]);
  }

  /** How many reporters are held by issues that are open, and by such as were rejected. */
  async notWrittenOff(manager: EntityManager): Promise<{ open: number; rejected: number }> {
    const held = (condition: string) =>
      `(select count(*)::int from issue join report on report.issue_id = issue.id join reporter on reporter.report_id = report.id
        where ${condition} and ${STILL_HELD})`;
    const closed = closedStatuses.map((status) => `'${status}'`).join(', ');
    const rows: { open: number; rejected: number }[] = await manager.query(
      `select ${held(`status not in (${closed})`)} as open, ${held(`status = 'REJECTED'`)} as rejected`,
    );
    return rows[0]!;
  }

  /** How many items were taken after an instant. */
  async itemsAfter(manager: EntityManager, after: string): Promise<number> {
    const rows: { n: number }[] = await manager.query(
      `select count(*)::int as n from call where channel = 'PUBLIC_OPINION' and taken_at > $1`,
      [after],
    );
    return rows[0]!.n;
  }
}
