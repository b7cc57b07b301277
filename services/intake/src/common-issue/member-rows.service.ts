import { Injectable } from '@nestjs/common';
import type { Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { CommonIssueMemberTable } from './common-issue.table.ts';
import type { CommonIssueMember, MemberState } from './domain/common-issue.ts';

/** An issue to be proposed, how alike it is to the others, and what shows it. */
export type Likely = Pick<CommonIssueMember, 'issueId' | 'score' | 'evidence'>;

export interface Joining extends Likely {
  readonly commonIssueId: string;
  readonly addedAt: Date;
}

interface Ended {
  readonly issueId: string;
  readonly state: MemberState;
  readonly because: string | null;
}

/** Who was proposed, is or was a member of which common issue, and why not or no longer. */
@Injectable()
export class MemberRows {
  /** Adds issues to proposals that the transaction holds locked; one that is there already stays as it is. */
  async propose(tx: Tx, joining: readonly Joining[], by: string): Promise<void> {
    if (joining.length === 0) return;
    const rows = joining.map(({ commonIssueId, issueId, score, evidence, addedAt }) => ({
      id: uuidv7(),
      common_issue_id: commonIssueId,
      issue_id: issueId,
      score,
      evidence,
      added_at: addedAt,
    }));
    // in the order of the issues, in which whoever locks several of them locks them
    await tx.manager.query(
      `insert into common_issue_member (id, common_issue_id, issue_id, state, score, evidence, added_at, added_by)
       select id, common_issue_id, issue_id, 'PROPOSED', score, evidence, added_at, $2
       from jsonb_populate_recordset(null::common_issue_member, $1::jsonb) order by issue_id on conflict do nothing`,
      [JSON.stringify(rows), by],
    );
  }

  async proposed(tx: Tx, commonIssueId: string): Promise<string[]> {
    const rows = await tx.manager.findBy(CommonIssueMemberTable, { commonIssueId, state: 'PROPOSED' });
    return rows.map(({ issueId }) => issueId);
  }

  /** Says what became of each that was proposed. */
  async decide(tx: Tx, commonIssueId: string, decided: readonly Ended[], at: Date): Promise<void> {
    await tx.manager.query(
      `update common_issue_member as member set state = told.state, because = told.because,
         ended_at = case when told.state in ('DECLINED', 'OUT') then $5::timestamptz end
       from unnest($2::uuid[], $3::text[], $4::text[]) as told (issue_id, state, because)
       where member.common_issue_id = $1 and member.issue_id = told.issue_id`,
      [
        commonIssueId,
        decided.map(({ issueId }) => issueId),
        decided.map(({ state }) => state),
        decided.map(({ because }) => because),
        at,
      ],
    );
  }

  /** Puts an issue in by hand, whether it was proposed, declined or taken out before or is new to it. */
  async add(tx: Tx, commonIssueId: string, issueId: string, added: { at: Date; by: string }): Promise<void> {
    await tx.manager.query(
      `insert into common_issue_member (id, common_issue_id, issue_id, state, evidence, added_at, added_by)
       values ($1, $2, $3, 'MEMBER', '{}', $4, $5)
       on conflict (common_issue_id, issue_id) do update set state = 'MEMBER', added_at = excluded.added_at,
         added_by = excluded.added_by, ended_at = null, because = null`,
      [uuidv7(), commonIssueId, issueId, added.at, added.by],
    );
  }

  async takeOut(tx: Tx, issueId: string, because: string, at: Date): Promise<void> {
    await tx.manager.update(
      CommonIssueMemberTable,
      { issueId, state: 'MEMBER' },
      { state: 'OUT', because, endedAt: at },
    );
  }

  /** An issue that was merged is no longer a member, nor proposed. */
  async leave(tx: Tx, issueId: string, at: Date): Promise<void> {
    const left = { state: 'OUT' as const, because: 'MERGED', endedAt: at };
    await tx.manager.update(CommonIssueMemberTable, { issueId, state: In(['MEMBER', 'PROPOSED']) }, left);
  }
}
