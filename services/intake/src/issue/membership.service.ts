import { Injectable } from '@nestjs/common';
import { Rejection } from '@qifutong/kernel/rejection';
import type { Announced } from '@qifutong/persistence/change';
import type { Outcomes } from '@qifutong/persistence/change-many';
import type { Tx } from '@qifutong/persistence/database';
import { Any } from 'typeorm';
import type { Domain } from '@qifutong/contracts/fields';
import { dispatchAsMember, followAcceptance, followTaskForce, leaveToBatch } from './domain/follow-common-issue.ts';
import { statusesBefore, type Issue } from './domain/issue.ts';
import { assertLinkable, link, type Whole } from './domain/link.ts';
import { reject } from './domain/rejections.ts';
import { unlink } from './domain/unlink.ts';
import { IssueService } from './issue.service.ts';
import { IssueTable } from './issue.table.ts';

/** In which an issue can become a member, while it is in no common issue. */
export const linkableStatuses = statusesBefore('link');
/** In which a member waits for what settles it. */
export const settleableStatuses = statusesBefore('settle');

/** What being a member of a common issue means to an issue. */
@Injectable()
export class MembershipService {
  constructor(private readonly issues: IssueService) {}

  /** @throws ISSUE_NOT_FOUND, ISSUE_STATUS_FORBIDS_MOVE, ISSUE_IN_COMMON_ISSUE for the first that cannot become a member */
  async assertLinkable(tx: Tx, issueIds: readonly string[]): Promise<void> {
    const found = await tx.manager.findBy(IssueTable, { id: Any(issueIds) });
    if (found.length < issueIds.length) throw reject('ISSUE_NOT_FOUND', { field: 'issueIds' });
    for (const issue of found) assertLinkable(issue);
  }

  link(tx: Tx, issueIds: readonly string[], whole: Whole, by: string): Promise<Outcomes<Issue>> {
    return this.issues.changeMany(tx, issueIds, (issue, now) => link(issue, whole, { by }, now));
  }

  async linkOne(tx: Tx, issueId: string, whole: Whole, by: string): Promise<Issue> {
    const outcome = (await this.link(tx, [issueId], whole, by)).get(issueId)!;
    if (outcome instanceof Rejection) throw outcome;
    return outcome;
  }

  unlink(tx: Tx, issueId: string, by: string): Promise<Issue> {
    return this.issues.change(tx, issueId, (issue, now) => unlink(issue, { by }, now));
  }

  followDispatch(tx: Tx, commonIssueId: string, told: { domain: Domain; by: string }): Promise<unknown> {
    return this.#follow(tx, commonIssueId, (issue, now) => dispatchAsMember(issue, { ...told, commonIssueId }, now));
  }

  followSettlement(tx: Tx, commonIssueId: string): Promise<unknown> {
    return this.#follow(tx, commonIssueId, (issue, now) => leaveToBatch(issue, { commonIssueId }, now));
  }

  followTaskForce(tx: Tx, commonIssueId: string, told: { taskForce: string }): Promise<unknown> {
    return this.#follow(tx, commonIssueId, (issue) => quietly(followTaskForce(issue, told)));
  }

  followAcceptance(tx: Tx, commonIssueId: string, told: { taskForce: string; by: string }): Promise<unknown> {
    return this.#follow(tx, commonIssueId, (issue) => quietly(followAcceptance(issue, told)));
  }

  /** How many of its issues are open, and how many written off. */
  async counts(tx: Tx, commonIssueId: string): Promise<{ open: number; writtenOff: number }> {
    const rows = await tx.manager.query<{ open: number; writtenOff: number }[]>(
      `select count(*) filter (where status not in ('WRITTEN_OFF', 'REJECTED', 'MERGED'))::int as open,
         count(*) filter (where status = 'WRITTEN_OFF')::int as "writtenOff"
       from issue where common_issue_id = $1`,
      [commonIssueId],
    );
    return rows[0]!;
  }

  async #follow(tx: Tx, commonIssueId: string, rule: (issue: Issue, now: Date) => Announced<Issue>): Promise<void> {
    const members = await tx.manager.find(IssueTable, { select: { id: true }, where: { commonIssueId } });
    const ids = members.map(({ id }) => id);
    await this.issues.changeMany(tx, ids, (issue, now) =>
      issue.commonIssueId === commonIssueId ? rule(issue, now) : quietly(issue),
    );
  }
}

/** Of which nothing is announced. */
function quietly(state: Issue): Announced<Issue> {
  return { state, events: [] };
}
