import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import type { Correction } from './domain/correct-firm.ts';
import { FirmCorrectionTable, type FirmCorrection } from './firm-correction.table.ts';
import { IssueTable } from './issue.table.ts';

@Injectable()
export class FirmCorrectionQueries {
  constructor(private readonly db: Database) {}

  /** What was set right of each issue, oldest first. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<FirmCorrection[][]> => {
    const rows = await this.db.source.manager.find(FirmCorrectionTable, {
      where: { issueId: In(issueIds) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const byIssue = Map.groupBy(rows, ({ issueId }) => issueId);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };

  /** What bears on setting an issue right, of one that the transaction holds locked. */
  async circumstances(tx: Tx, issueId: string): Promise<Pick<Correction, 'said' | 'merged'>> {
    const [said] = await tx.manager.query<[Correction['said']]>(
      `select firm_name as "firmName", town_code as "townCode" from report where issue_id = $1 order by registered_at, id limit 1`,
      [issueId],
    );
    return { said, merged: await tx.manager.countBy(IssueTable, { mergedInto: issueId }) };
  }
}
