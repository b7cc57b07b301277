import { Injectable } from '@nestjs/common';
import type { issueMatched } from '@qifutong/contracts/intake/issue-matched';
import type { issueSettled } from '@qifutong/contracts/intake/issue-settled';
import type { issueUnsettled } from '@qifutong/contracts/intake/issue-unsettled';
import type { Tx } from '@qifutong/persistence/database';
import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not } from 'typeorm';
import type { z } from 'zod';
import { cancel, type Cancellation } from './domain/cancel.ts';
import { close } from './domain/close.ts';
import { nameFirm } from './domain/name-firm.ts';
import { openTask, type Dispatched } from './domain/open-task.ts';
import { settle } from './domain/settle.ts';
import { replacedStatuses, statusesFor, type ClosedBecause, type TaskMove } from './domain/task.ts';
import { unsettle } from './domain/unsettle.ts';
import { TaskService } from './task.service.ts';
import { TaskTable } from './task.table.ts';

interface Rounds {
  readonly issueId: string;
  readonly lastRound: number;
}

const inTimeFor = (move: TaskMove) => In([...statusesFor(move)]);

/** The tasks of an issue go its way: what intake says of an issue moves them as far as they can still be moved. */
@Injectable()
export class IssueTaskService {
  constructor(private readonly tasks: TaskService) {}

  /** Opens the task of a dispatched issue; told again, as by a replay, it has no second effect. */
  async open(tx: Tx, dispatched: Dispatched): Promise<void> {
    const { issueId, round, dispatchedAt } = dispatched;
    const alive = { issueId, round, status: Not(In([...replacedStatuses])) };
    const thisOne = { issueId, round, dispatchedAt: MoreThanOrEqual(dispatchedAt) };
    if (await tx.manager.existsBy(TaskTable, [alive, thisOne])) return;
    await this.tasks.open(tx, (id, rules) => openTask(id, dispatched, rules));
  }

  /** Closes the tasks of an issue's rounds that are over, as far as they are open. */
  close(tx: Tx, { issueId, lastRound, because }: Rounds & { readonly because: ClosedBecause }): Promise<void> {
    const where = { issueId, round: LessThanOrEqual(lastRound), status: inTimeFor('close') };
    return this.tasks.moveAll(tx, where, (task, now, time) => close(task, { because }, now, time));
  }

  /** Cancels the issue's open tasks, but none of a dispatch that came later. */
  cancel(tx: Tx, { issueId, lastRound, ...cancellation }: Rounds & Cancellation): Promise<void> {
    const sooner = { round: LessThanOrEqual(lastRound), dispatchedAt: LessThanOrEqual(cancellation.at) };
    const where = { issueId, ...sooner, status: inTimeFor('cancel') };
    return this.tasks.moveAll(tx, where, (task, now, time) => cancel(task, cancellation, now, time));
  }

  settle(tx: Tx, { issueId, round, settledAt: at, ...settled }: z.output<typeof issueSettled.data>): Promise<void> {
    const { guidanceId, guidanceVersion, batchId } = settled;
    const where = { issueId, round, dispatchedAt: LessThanOrEqual(at), status: inTimeFor('settle') };
    const by = { guidanceId, guidanceVersion, batchId, at };
    return this.tasks.moveAll(tx, where, (task, now, time) => settle(task, by, now, time));
  }

  /** Only a task whose solution came from that batch is touched. */
  unsettle(tx: Tx, { issueId, round, batchId, unsettledAt: at }: z.output<typeof issueUnsettled.data>): Promise<void> {
    const where = { issueId, round, batchId, status: inTimeFor('unsettle') };
    return this.tasks.moveAll(tx, where, (task, now, time) => unsettle(task, { at }, now, time));
  }

  /** It became known whose issue it is: all its tasks are that firm's, also those that ended. */
  nameFirm(tx: Tx, { issueId, ...firm }: z.output<typeof issueMatched.data>): Promise<void> {
    return this.tasks.moveAll(tx, { issueId, firmCreditCode: IsNull() }, (task) => nameFirm(task, firm));
  }
}
