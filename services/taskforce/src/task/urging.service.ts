import { Inject, Injectable } from '@nestjs/common';
import { countyDay } from '@qifutong/kernel/county-time';
import { create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { drawNumber } from '@qifutong/persistence/number-series';
import type { ServiceConfig } from '@qifutong/platform/config';
import { CONFIG } from '@qifutong/platform/tokens';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { breach, newBreaches } from './domain/breach.ts';
import { CountyTimeService } from '../clock/county-time.service.ts';
import type { Task } from './domain/task.ts';
import { urge } from './domain/urge.ts';
import { tasks, TaskTable } from './task.table.ts';
import { urgingNotices } from './urging-notice.table.ts';

const AT_ONCE = 100;
const skipLocked = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;

@Injectable()
export class UrgingService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: ServiceConfig,
    private readonly countyTime: CountyTimeService,
  ) {}

  /** Issues a notice for every deadline that a decision found missed, in the transaction of that decision. */
  async issueNotices(tx: Tx, before: Task, after: Task): Promise<void> {
    for (const missed of newBreaches(before, after)) {
      const day = countyDay(missed.noticedAt, this.config.COUNTY_TIME_ZONE);
      const runningNumber = await drawNumber(tx.manager, 'urging', day);
      await create(tx, urgingNotices, urge(after, missed, { id: uuidv7(), day, runningNumber }), missed.noticedAt);
    }
  }

  /**
   * Takes the tasks whose deadline has passed, as many as nobody else has in hand, and urges their task forces.
   * @returns milliseconds until it is worth another look, by the database's clock; null while no clock runs
   */
  urgeOverdue(): Promise<number | null> {
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const where = { wakeAt: LessThan(now) };
      const time = await this.countyTime.read(tx.manager);
      const due = await tx.manager.find(TaskTable, {
        where,
        order: { wakeAt: 'ASC' },
        take: AT_ONCE,
        lock: skipLocked,
      });
      for (const task of due)
        await this.issueNotices(tx, task, await save(tx, tasks, task, (one, at) => breach(one, at, time)));
      return due.length === AT_ONCE ? 0 : this.#untilNextMiss(tx, now);
    });
  }

  async #untilNextMiss(tx: Tx, now: Date): Promise<number | null> {
    const where = { wakeAt: MoreThanOrEqual(now) };
    const next = await tx.manager.findOne(TaskTable, {
      select: { id: true, wakeAt: true },
      where,
      order: { wakeAt: 'ASC' },
    });
    // at the very instant it can still be met
    return next ? next.wakeAt!.getTime() + 1 - now.getTime() : null;
  }
}
