import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import { IssueAnswerTable, type IssueAnswer } from './answer.table.ts';

@Injectable()
export class AnswerQueries {
  constructor(private readonly db: Database) {}

  /** What the firm was told on the spot about each issue, oldest first. */
  readonly ofIssues = async (issueIds: readonly string[]): Promise<IssueAnswer[][]> => {
    const answers = await this.db.source.manager.find(IssueAnswerTable, {
      where: { issueId: In(issueIds) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const byIssue = Map.groupBy(answers, ({ issueId }) => issueId);
    return issueIds.map((id) => byIssue.get(id) ?? []);
  };
}
