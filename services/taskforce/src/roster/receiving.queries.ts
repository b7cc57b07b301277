import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class ReceivingQueries {
  /** How a task force stands that is to get a task, or to help with one; until the transaction ends nobody dissolves it. */
  async hold(manager: EntityManager, code: string) {
    const rows: { dissolvedAt: Date | null }[] = await manager.query(
      `select dissolved_at as "dissolvedAt" from task_force where code = $1 for share`,
      [code],
    );
    const [found] = rows;
    return { code, known: found !== undefined, dissolvedAt: found?.dissolvedAt ?? null };
  }

  /** The code of the task force that was founded for that common issue, the first where there are several; held likewise. */
  async foundedFor(manager: EntityManager, commonIssueId: string): Promise<string | null> {
    const rows: { code: string }[] = await manager.query(
      `select code from task_force where common_issue_id = $1 and dissolved_at is null order by founded_at, code limit 1 for share`,
      [commonIssueId],
    );
    return rows[0]?.code ?? null;
  }
}
