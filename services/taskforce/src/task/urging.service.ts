import { Injectable } from '@nestjs/common';
import { saveAll } from '@qifutong/persistence/change-all';
import { save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { msUntilFirst } from '@qifutong/persistence/ms-until-first';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { CountyTimeService } from '../clock/county-time.service.ts';
import { IssuingService } from '../notice/issuing.service.ts';
import { urgeEvery } from '../clock/domain/sla-policy.ts';
import { PolicyVersionsQueries } from '../policy/policy-versions.queries.ts';
import type { Task } from './domain/task.ts';
import { isBreached, newUrgings, urge, wake } from './domain/wake.ts';
import { tasks, TaskTable } from './task.table.ts';

const BATCH = 500;
const AT_ONCE = 3;
const skipLocked = { mode: 'for_no_key_update', onLocked: 'skip_locked' } as const;

const urgingsOf = (before: Task, after: Task, hadBy: Task = before) =>
  newUrgings(before, after).map((urging) => ({ ...urging, task: after, toCentre: hadBy.status === 'RETURNED' }));

/** What tasks need of themselves: warnings, breaches, notices. */
@Injectable()
export class UrgingService {
  #atOnce = 1;

  constructor(
    private readonly db: Database,
    private readonly countyTime: CountyTimeService,
    private readonly policies: PolicyVersionsQueries,
    private readonly issuing: IssuingService,
  ) {}

  /**
   * Issues a notice for every deadline that a decision found missed, in the transaction of that decision.
   * @param before as it was before that decision, whose outcome is saved already
   * @returns the task, which knows of its notices
   */
  async issueNotices(tx: Tx, before: Task, after: Task): Promise<Task> {
    if (before.townCode !== after.townCode) await this.issuing.moveToTown(tx, after.id, after.townCode);
    if (!isBreached(after)) return after;
    const time = await this.countyTime.read(tx.manager);
    const policyOf = await this.policies.read(tx.manager);
    const every = urgeEvery(policyOf);
    const urged = await save(tx, tasks, after, (task, now) => ({ state: urge(task, now, time, every), events: [] }));
    await this.issuing.urge(tx, urgingsOf(after, urged, before), policyOf, await tx.now());
    return urged;
  }

  /**
   * Takes the tasks of which something is due, as many as nobody else has in hand, and does it.
   * @returns milliseconds until it is worth another look, by the database's clock; null while no clock runs
   */
  async wakeDue(): Promise<number | null> {
    if (this.#atOnce === 1) {
      const untilFirst = await msUntilFirst(this.db, TaskTable, 'wakeAt');
      if (untilFirst === null || untilFirst > 0) return untilFirst;
    }
    const next = await Promise.all(Array.from({ length: this.#atOnce }, () => this.#look()));
    const more = next.includes(0);
    // while there is much, one batch is decided upon as others are written
    this.#atOnce = more ? AT_ONCE : 1;
    return more ? 0 : next[0]!;
  }

  #look(): Promise<number | null> {
    return this.db.transaction(async (tx) => {
      const now = await tx.now();
      const order = { wakeAt: 'ASC' } as const;
      const where = { wakeAt: LessThanOrEqual(now) };
      const due = await tx.manager.find(TaskTable, { where, order, take: BATCH, lock: skipLocked });
      if (due.length > 0) await this.#wake(tx, due, now);
      return due.length === BATCH ? 0 : this.#untilNext(tx, now);
    });
  }

  async #wake(tx: Tx, due: readonly Task[], now: Date): Promise<void> {
    const time = await this.countyTime.read(tx.manager);
    const policyOf = await this.policies.read(tx.manager);
    const every = urgeEvery(policyOf);
    const decided = due.map((before) => ({ before, decision: wake(before, now, time, every) }));
    const woken = await saveAll(tx, tasks, decided, now);
    const urgings = woken.flatMap((after, i) => urgingsOf(due[i]!, after));
    await this.issuing.urge(tx, urgings, policyOf, now);
  }

  async #untilNext(tx: Tx, now: Date): Promise<number | null> {
    const where = { wakeAt: MoreThan(now) };
    const select = { id: true, wakeAt: true } as const;
    const next = await tx.manager.findOne(TaskTable, { select, where, order: { wakeAt: 'ASC' } });
    return next ? next.wakeAt!.getTime() - now.getTime() : null;
  }
}
