import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A task force that is to get a task, or to help with one. */
export interface Receiving {
  readonly code: string;
  readonly known: boolean;
  readonly dissolvedAt: Date | null;
}

@Injectable()
export class ReceivingQueries {
  /** How the task force stands; until the transaction ends nobody dissolves it. */
  async hold(manager: EntityManager, code: string): Promise<Receiving> {
    const rows: { dissolvedAt: Date | null }[] = await manager.query(
      `select dissolved_at as "dissolvedAt" from task_force where code = $1 for share`,
      [code],
    );
    const [found] = rows;
    return { code, known: found !== undefined, dissolvedAt: found?.dissolvedAt ?? null };
  }
}
