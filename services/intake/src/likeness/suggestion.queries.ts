import { Injectable } from '@nestjs/common';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Hint } from './domain/suggest.ts';
import { wordsOf } from './published.queries.ts';
import { IssueSuggestionTable, type IssueSuggestion } from './suggestion.table.ts';

/** So much of a version is shown; it is compared by more. */
const SHOWN = 100;

interface Version {
  readonly id: string;
  readonly number: number;
  readonly words: string;
}

@Injectable()
export class SuggestionQueries {
  constructor(private readonly db: Database) {}

  readonly ofIssues = async (issueIds: readonly string[]): Promise<(IssueSuggestion | null)[]> => {
    const rows = await this.db.source.manager.findBy(IssueSuggestionTable, { issueId: In(issueIds) });
    return inOrder(issueIds, rows.map(withItsHints), ({ issueId }) => issueId);
  };

  /** What each version is called and how it begins, to be shown beside what was compared with it. */
  readonly versions = async (ids: readonly string[]): Promise<(Version | null)[]> => {
    const rows: Version[] = await this.db.source.query(
      `select id, number, ${wordsOf(SHOWN)} as words from guidance_version where id = any ($1)`,
      [ids.filter((id) => isUuid(id))],
    );
    return inOrder(ids, rows, ({ id }) => id);
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

/** What is shown beside a hint is of the issue for which it is one. */
export type HintOf = Hint & { readonly issueId: string };

function withItsHints(row: IssueSuggestion): IssueSuggestion {
  const of = (hints: readonly Hint[]): HintOf[] => hints.map((hint) => ({ ...hint, issueId: row.issueId }));
  const { duplicates, commonIssues, guidances } = row;
  return { ...row, duplicates: of(duplicates), commonIssues: of(commonIssues), guidances: of(guidances) };
}
