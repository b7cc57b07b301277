import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { In } from 'typeorm';
import type { Issue } from './domain/issue.ts';
import { IssueTable } from './issue.table.ts';

const LINE = `with recursive line (id, merged_into, step) as (
    select id, merged_into, 0 from issue where id = $1
    union all select issue.id, issue.merged_into, step + 1 from line join issue on issue.id = line.merged_into)
  select id from line where step > 0 order by step`;

/** The issues in which a merged one lives on, the next first; while mergings stand still. */
export async function lineOf({ manager }: Tx, issueId: string): Promise<string[]> {
  const line = await manager.query<{ id: string }[]>(LINE, [issueId]);
  return line.map(({ id }) => id);
}

/** The issues that are merged into one, within the transaction. */
export function mergedInto({ manager }: Tx, issueId: string): Promise<Issue[]> {
  return manager.findBy(IssueTable, { mergedInto: issueId });
}

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
