import { Injectable } from '@nestjs/common';
import { change } from '@qifutong/persistence/change';
import { Database } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { entityId, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type { LinkIssueInput, UnlinkIssueInput } from '../generated/graphql.ts';
import type { Issue } from '../issue/domain/issue.ts';
import { MembershipService } from '../issue/membership.service.ts';
import { wholeOf } from './common-issue.service.ts';
import { commonIssues } from './common-issue.table.ts';
import { admit } from './domain/close.ts';
import { MemberRows } from './member-rows.service.ts';

const linkShape = z.object({ commonIssueId: entityId, issueId: entityId });
const unlinkShape = z.object({ issueId: entityId, reason: words(500) });

@Injectable()
export class MembershipChanges {
  constructor(
    private readonly db: Database,
    private readonly members: MemberRows,
    private readonly membership: MembershipService,
  ) {}

  /** One more member; of a common issue that is settled already it awaits the next batch, or is answered at once. */
  async link(viewer: Viewer, input: LinkIssueInput): Promise<Issue> {
    const { commonIssueId, issueId } = shaped(linkShape, input);
    return this.db.transaction(async (tx) => {
      const common = await change(tx, commonIssues, commonIssueId, admit);
      const issue = await this.membership.linkOne(tx, issueId, wholeOf(common), viewer.sub);
      await this.members.add(tx, commonIssueId, issueId, { at: await tx.now(), by: viewer.sub });
      return issue;
    });
  }

  async unlink(viewer: Viewer, input: UnlinkIssueInput): Promise<Issue> {
    const { issueId, reason } = shaped(unlinkShape, input);
    return this.db.transaction(async (tx) => {
      const issue = await this.membership.unlink(tx, issueId, viewer.sub);
      await this.members.takeOut(tx, issueId, reason, await tx.now());
      return issue;
    });
  }
}
