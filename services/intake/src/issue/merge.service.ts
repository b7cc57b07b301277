import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import { CommonIssueService } from '../common-issue/common-issue.service.ts';
import type { MergeIssueInput, UnmergeIssueInput } from '../generated/graphql.ts';
import { GuidanceQueries } from '../guidance/guidance.queries.ts';
import { CallbackPolicyService } from './callback-policy.service.ts';
import type { Issue } from './domain/issue.ts';
import { merge } from './domain/merge.ts';
import { giveBack, takeOver } from './domain/take-over.ts';
import { unmerge } from './domain/unmerge.ts';
import { IssueService } from './issue.service.ts';
import { IssueTable } from './issue.table.ts';
import { lineOf, mergedInto } from './merge.queries.ts';

const mergeShape = z.object({
  issueId: z.uuid(),
  intoIssueId: z.uuid(),
  sameFirm: z.boolean().nullish().transform(Boolean),
});
const unmergeShape = z.object({ issueId: z.uuid(), reason: words(2000) });

/** What hangs on an issue and goes with it; `first_issue_id` remembers whose it was. */
const attached = ['report', 'callback', 'issue_answer'] as const;

@Injectable()
export class MergeService {
  constructor(
    private readonly db: Database,
    private readonly issues: IssueService,
    private readonly callbackPolicy: CallbackPolicyService,
    private readonly commonIssues: CommonIssueService,
    private readonly guidances: GuidanceQueries,
  ) {}

  async merge(viewer: Viewer, input: MergeIssueInput): Promise<Issue> {
    const { issueId, intoIssueId, sameFirm } = shaped(mergeShape, input);
    return this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      const { issueId: issue, intoIssueId: into } = await this.issues.lockNamed(tx, { issueId, intoIssueId });
      const merged = await this.issues.changeLocked(tx, issue, (before, now) =>
        merge(before, { into, sameFirm, by: viewer.sub }, now),
      );
      await this.issues.changeLocked(tx, into, (before, now) => takeOver(before, merged, { by: viewer.sub }, now));
      await this.commonIssues.leave(tx, merged.id, merged.changedAt);
      for (const table of attached)
        await tx.manager.query(
          `update ${table} set issue_id = $2, first_issue_id = coalesce(first_issue_id, $1) where issue_id = $1`,
          [issue.id, into.id],
        );
      return merged;
    });
  }

  async unmerge(viewer: Viewer, input: UnmergeIssueInput): Promise<Issue> {
    const { issueId, reason } = shaped(unmergeShape, input);
    return this.db.transaction(async (tx) => {
      await oneAtATime(tx);
      const standing = await this.#standing(tx, issueId);
      const [merged, ...above] = (await this.issues.lock(tx, issueId, ...(await lineOf(tx, issueId)))) as [Issue];
      const policy = await this.callbackPolicy.of(tx, merged);
      const issue = await this.issues.changeLocked(tx, merged, (before, now) =>
        unmerge(before, { reason, by: viewer.sub, standing }, policy, now),
      );
      for (const table of attached) await tx.manager.query(takeBack(table), [issue.id]);
      await this.#giveBack(tx, above, viewer.sub);
      return issue;
    });
  }

  /** Along the line upwards: what one gives back, the one that it is merged into has from it no more. */
  async #giveBack(tx: Tx, line: readonly Issue[], by: string): Promise<void> {
    for (const one of line) {
      const merged = await mergedInto(tx, one.id);
      await this.issues.changeLocked(tx, one, (before, now) => giveBack(before, merged, { by }, now));
    }
  }

  /** Before the issue is locked, as whoever publishes a version does. What a merged issue rests on changes with no move. */
  async #standing(tx: Tx, issueId: string) {
    const issue = await tx.manager.findOneBy(IssueTable, { id: issueId });
    return issue?.guidanceId ? this.guidances.standing(tx, issue.guidanceId) : null;
  }
}

/** Mergings take turns: they follow chains of issues, and two that cross would wait for each other. */
async function oneAtATime(tx: Tx): Promise<void> {
  await tx.manager.query(`select pg_advisory_xact_lock(hashtext('issue_merging' || current_schema()))`);
}

/** Takes back what came with an issue, wherever it is by now, and with those that had been merged into it before. */
function takeBack(table: (typeof attached)[number]): string {
  return `with recursive family (id) as (
      select $1::uuid union select issue.id from issue join family on issue.merged_into = family.id)
    update ${table} set issue_id = $1, first_issue_id = nullif(first_issue_id, $1) where first_issue_id in (select id from family)`;
}
