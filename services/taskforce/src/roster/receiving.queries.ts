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
}
