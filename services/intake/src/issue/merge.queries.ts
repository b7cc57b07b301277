import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import type { Issue } from './domain/issue.ts';
import { IssueTable } from './issue.table.ts';

@Injectable()
export class MergeQueries {
  constructor(private readonly db: Database) {}

  /** The issues that were merged into each one, oldest first. */
  readonly mergedFrom = async (issueIds: readonly string[]): Promise<Issue[][]> => {
    const merged = await this.db.source.manager.find(IssueTable, {
      where: { mergedInto: In(issueIds) },
      order: { registeredAt: 'ASC', id: 'ASC' },
    });
    const byIssue = Map.groupBy(merged, ({ mergedInto }) => mergedInto);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };
}
