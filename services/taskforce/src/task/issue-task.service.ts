import { Injectable } from '@nestjs/common';
import type { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import type { issueReadmitted } from '@qifutong/contracts/intake/issue-readmitted';
import type { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import type { issueUnmatched } from '@qifutong/contracts/intake/issue-unmatched';
import type { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import type { Tx } from '@qifutong/persistence/database';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not, type FindOptionsWhere } from 'typeorm';
import type { z } from 'zod';
import { IssueCourseService } from '../centre/issue-course.service.ts';
import { cancel, type Cancellation } from './domain/cancel.ts';
import { close } from './domain/close.ts';
import { endFirmClock, reviveFirmClock } from './domain/end-firm-clock.ts';
import { forgo, takeUpAgain, type Forgoing } from './domain/forgo.ts';
import { forgetFirm } from './domain/forget-firm.ts';
import { lookBack } from './domain/look-back.ts';
import { nameFirm } from './domain/name-firm.ts';
import { openTask, type Dispatched } from './domain/open-task.ts';
import { readmit } from './domain/readmit.ts';
import { settle } from './domain/settle.ts';
import { replacedStatuses, statusesFor, type ClosedBecause, type Task, type TaskMove } from './domain/task.ts';
import { goesOn } from './domain/take-out.ts';
import { unsettle } from './domain/unsettle.ts';
import { TaskService } from './task.service.ts';
import { TaskTable } from './task.table.ts';

interface Rounds {
  readonly issueId: string;
  readonly lastRound: number;
}

type Where = FindOptionsWhere<Task>;

/** Tasks of a dispatch that was made by then, in whoever's hands they are since. */
function dispatchedBy(at: Date, had: Where): Where[] {
  const once = { ...had, firstDispatchedAt: IsNull(), dispatchedAt: LessThanOrEqual(at) };
  return [once, { ...had, firstDispatchedAt: LessThanOrEqual(at) }];
}

const awaiting = (had: readonly Where[]) => had.map((one) => ({ ...one, awaitsRedispatch: true }));

const ofMembers = (had: readonly Where[]) =>
  had.map((one) => ({ ...one, commonIssueId: Not(IsNull()), status: In(['RETURNED', 'CANCELLED']) }));

const inTimeFor = (move: TaskMove) => In([...statusesFor(move)]);

/** The tasks of an issue go its way: what intake says of an issue moves them as far as they can still be moved. */
@Injectable()
export class IssueTaskService {
  constructor(
    private readonly tasks: TaskService,
    private readonly courses: IssueCourseService,
  ) {}

  /** Opens the task of a dispatched issue; told again, as by a replay, it has no second effect. */
  async open(tx: Tx, dispatched: Dispatched): Promise<void> {
    const { issueId, round, dispatchedAt } = dispatched;
    // whoever hears of the dispatch at the same time waits here
    const last = { where: { issueId, round }, order: { dispatchedAt: 'DESC', hops: 'DESC' } } as const;
    const before = await tx.manager.findOne(TaskTable, { ...last, lock: { mode: 'for_no_key_update' } });
    const alive = { issueId, round, status: Not(In([...replacedStatuses])) };
    const since = MoreThanOrEqual(dispatchedAt);
    const thisOne = { issueId, round, predecessorId: IsNull(), dispatchedAt: since };
    if (await tx.manager.existsBy(TaskTable, [alive, thisOne, { issueId, round, firstDispatchedAt: since }])) return;
    const hasLeft = before !== null && (await this.courses.hasLeftSince(tx, { ...before, issueId }));
    if (before !== null && goesOn(before, hasLeft)) await this.tasks.takeOut(tx, before, dispatched);
    else await this.tasks.open(tx, dispatchedAt, (id, rules) => openTask(id, dispatched, rules, before));
  }

  /** Closes the tasks of an issue's rounds that are over, as far as they are open. */
  async close(tx: Tx, { issueId, lastRound, because }: Rounds & { readonly because: ClosedBecause }): Promise<void> {
    const over = { issueId, round: LessThanOrEqual(lastRound) };
    await this.tasks.moveAll(tx, awaiting([over]), (task, now, time) =>
      forgo(task, { at: now, settled: null }, now, time),
    );
    const where = { ...over, status: inTimeFor('close') };
    await this.tasks.moveAll(tx, where, (task, now, time) => close(task, { because }, now, time));
  }

  /** Cancels the issue's open tasks, but none of a dispatch that came later; what was returned is not dispatched anew. */
  async cancel(tx: Tx, { issueId, lastRound, ...cancellation }: Rounds & Cancellation): Promise<void> {
    const had = { issueId, round: LessThanOrEqual(lastRound) };
    const { because, commonIssueId, at } = cancellation;
    await this.#forgo(tx, had, { at, settled: null, commonIssueId });
    if (because !== 'COMMON_ISSUE') await this.#endFirmClock(tx, dispatchedBy(at, had), { type: 'CANCELLED', at });
    const where = dispatchedBy(cancellation.at, { ...had, status: inTimeFor('cancel') });
    await this.tasks.moveAll(tx, where, (task, now, time) => cancel(task, cancellation, now, time));
  }

  async settle(tx: Tx, told: z.output<typeof issueSettled.data>): Promise<void> {
    const { issueId, round, settledAt: at, guidanceId, guidanceVersion, batchId } = told;
    const settled = { guidanceId, guidanceVersion, batchId };
    const by = { ...settled, at };
    await this.#forgo(tx, { issueId, round }, { at, settled });
    await this.#endFirmClock(tx, dispatchedBy(at, { issueId, round }), { type: 'MET', at });
    const where = dispatchedBy(at, { issueId, round, status: inTimeFor('settle') });
    await this.tasks.moveAll(tx, where, (task, now, time) => settle(task, by, now, time));
  }

  /** Only a task whose solution came from that batch is touched. */
  async unsettle(tx: Tx, told: z.output<typeof issueUnsettled.data>): Promise<void> {
    const { issueId, round, batchId, unsettledAt: at } = told;
    const where = { issueId, round, batchId, status: inTimeFor('unsettle') };
    const returned = { issueId, round, batchId, status: 'RETURNED' } as const;
    await this.tasks.moveAll(tx, returned, (task, now, time) => takeUpAgain(task, { at }, now, time));
    await this.tasks.moveAll(tx, where, (task, now, time) => unsettle(task, { at }, now, time));
    const members = ofMembers([{ issueId, round }]);
    await this.tasks.moveAll(tx, members, (task, now, time) => reviveFirmClock(task, { at }, now, time));
  }

  /** A merged issue that was solved is so again, by the task that the merging cancelled; any other is dispatched anew. */
  async readmit(tx: Tx, told: z.output<typeof issueReadmitted.data>): Promise<void> {
    const { issueId, round, formerStatus, status: is, readmittedAt: at } = told;
    if (formerStatus !== 'MERGED' || is !== 'SOLVED') return;
    const merged = { cancelledBecause: 'MERGED', cancelledAt: LessThanOrEqual(at) } as const;
    const where = { issueId, round, status: inTimeFor('readmit'), ...merged, proposedAt: Not(IsNull()) };
    await this.tasks.moveAll(tx, where, (task) => readmit(task, { at }));
  }

  /** It became known whose issue it is: all its tasks are that firm's, also those that ended. */
  nameFirm(tx: Tx, { issueId, ...firm }: z.output<typeof issueMatched.data>): Promise<void> {
    return this.tasks.moveAll(tx, { issueId, firmCreditCode: IsNull() }, (task) => nameFirm(task, firm));
  }

  /** It is not whose it was thought to be: neither is any of its tasks. */
  forgetFirm(tx: Tx, { issueId, ...firm }: z.output<typeof issueUnmatched.data>): Promise<void> {
    const { firmCreditCode } = firm;
    return this.tasks.moveAll(tx, { issueId, firmCreditCode }, (task) => forgetFirm(task, firm));
  }

  async #forgo(tx: Tx, had: Where, way: Forgoing): Promise<void> {
    const where = awaiting(dispatchedBy(way.at, had));
    // what was missed by then is noticed while it is still the centre's
    await this.tasks.moveAll(tx, where, (task, now, time) => lookBack(task, way.at, now, time));
    await this.tasks.moveAll(tx, where, (task, now, time) => forgo(task, way, now, time));
  }

  /** Of the tasks that were taken into a common issue. */
  #endFirmClock(tx: Tx, had: readonly Where[], ending: Parameters<typeof endFirmClock>[1]): Promise<void> {
    return this.tasks.moveAll(tx, ofMembers(had), (task, now, time) => endFirmClock(task, ending, now, time));
  }
}
