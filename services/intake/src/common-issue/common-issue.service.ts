import { Inject, Injectable } from '@nestjs/common';
import { compactDay, countyDay } from '@qifutong/kernel/county-time';
import { create } from '@qifutong/persistence/change';
import type { Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CommonIssueMemberTable, commonIssues } from './common-issue.table.ts';
import type { CommonIssue, CommonIssueMember } from './domain/common-issue.ts';
import { propose, type Proposal } from './domain/propose.ts';

/** An issue to be proposed, how alike it is to the others, and what shows it. */
export type Likely = Pick<CommonIssueMember, 'issueId' | 'score' | 'evidence'>;

@Injectable()
export class CommonIssueService {
  constructor(@Inject(CONFIG) private readonly config: ServiceConfig) {}

  /** @param at when the issue that completed it was registered */
  async propose(
    tx: Tx,
    proposal: Omit<Proposal, 'id' | 'number'>,
    members: readonly Likely[],
    at: Date,
  ): Promise<CommonIssue> {
    const day = countyDay(at, this.config.COUNTY_TIME_ZONE);
    const drawn = await drawNumber(tx.manager, 'common-issue', day);
    const number = `共${compactDay(day)}-${String(drawn).padStart(4, '0')}`;
    const common = await create(tx, commonIssues, propose({ ...proposal, id: uuidv7(), number }, at), at);
    await this.extendProposal(tx, common.id, members, { at, by: proposal.by });
    return common;
  }

  /** Adds issues to what is proposed; one that is there already stays as it is. */
  async extendProposal(
    tx: Tx,
    commonIssueId: string,
    members: readonly Likely[],
    added: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    const rows = members.map((member) => ({
      ...member,
      evidence: [...member.evidence],
      commonIssueId,
      state: 'PROPOSED' as const,
      addedAt: added.at,
      addedBy: added.by,
      endedAt: null,
    }));
    await tx.manager.createQueryBuilder().insert().into(CommonIssueMemberTable).values(rows).orIgnore().execute();
  }

  /** An issue that is merged leaves the common issue that it belongs to, or that is proposed for it. */
  async leave(tx: Tx, issueId: string, at: Date): Promise<void> {
    const left = { state: 'OUT' as const, endedAt: at };
    await tx.manager.update(CommonIssueMemberTable, { issueId, state: In(['MEMBER', 'PROPOSED']) }, left);
  }
}
