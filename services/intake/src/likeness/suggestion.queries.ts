import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import { IssueSuggestionTable, type IssueSuggestion } from './suggestion.table.ts';

@Injectable()
export class SuggestionQueries {
  constructor(private readonly db: Database) {}

  readonly ofIssues = async (issueIds: readonly string[]): Promise<(IssueSuggestion | null)[]> => {
    const rows = await this.db.source.manager.findBy(IssueSuggestionTable, { issueId: In(issueIds) });
    return inOrder(issueIds, rows, ({ issueId }) => issueId);
  };

  async countWaiting(): Promise<number> {
    const rows: { waiting: number }[] = await this.db.source.query(
      `select count(*)::int as waiting from issue_to_suggest`,
    );
    return rows[0]!.waiting;
  }

  async countSetAside(): Promise<number> {
    const rows: { setAside: number }[] = await this.db.source.query(
      `select count(*)::int as "setAside" from suggestion_set_aside`,
    );
    return rows[0]!.setAside;
  }

  async countFellBack(): Promise<number> {
    const rows: { fellBack: number }[] = await this.db.source.query(
      `select count(*)::int as "fellBack" from issue_suggestion where fell_back and made_at > now() - interval '1 hour'`,
    );
    return rows[0]!.fellBack;
  }
}
