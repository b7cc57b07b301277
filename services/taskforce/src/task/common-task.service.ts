import { Injectable } from '@nestjs/common';
import type { commonIssueSettled } from '@qifutong/contracts/intake/common-issue-settled';
import type { Tx } from '@qifutong/persistence/database';
import { In, IsNull } from 'typeorm';
import type { z } from 'zod';
import { ReceivingQueries } from '../roster/receiving.queries.ts';
import { close } from './domain/close.ts';
import { forgo } from './domain/forgo.ts';
import { openCommonTask, type CommonDispatched } from './domain/open-common-task.ts';
import { settleCommon } from './domain/settle.ts';
import { statusesFor } from './domain/task.ts';
import { TaskService } from './task.service.ts';
import { TaskTable } from './task.table.ts';

const itsOwn = (commonIssueId: string) => ({ commonIssueId, issueId: IsNull() });
const returned = (commonIssueId: string) => ({ ...itsOwn(commonIssueId), awaitsRedispatch: true });

/** The one task of a common issue goes its way. */
@Injectable()
export class CommonTaskService {
  constructor(
    private readonly tasks: TaskService,
    private readonly receiving: ReceivingQueries,
  ) {}

  /** Opens the task of a dispatched common issue; told again, it has no second effect. */
  async open(tx: Tx, dispatched: CommonDispatched): Promise<void> {
    if (await tx.manager.existsBy(TaskTable, itsOwn(dispatched.commonIssueId))) return;
    const foundedFor = await this.receiving.foundedFor(tx.manager, dispatched.commonIssueId);
    await this.tasks.open(tx, dispatched.dispatchedAt, (id, rules) =>
      openCommonTask(id, dispatched, rules, foundedFor),
    );
  }

  /** Its guidance was published: that is the solution, unless the task force has proposed one already. */
  async settle(tx: Tx, { commonIssueId, settledAt, ...told }: z.output<typeof commonIssueSettled.data>): Promise<void> {
    const { guidanceId, guidanceVersion, settledBy: by } = told;
    const settled = { guidanceId, guidanceVersion, batchId: null };
    await this.tasks.moveAll(tx, returned(commonIssueId), (task, now, time) =>
      forgo(task, { at: settledAt, settled }, now, time),
    );
    const where = { ...itsOwn(commonIssueId), status: In([...statusesFor('settle')]) };
    const guided = { guidanceId, guidanceVersion, by, at: settledAt };
    await this.tasks.moveAll(tx, where, (task, now, time) => settleCommon(task, guided, now, time));
  }

  async close(tx: Tx, commonIssueId: string): Promise<void> {
    await this.tasks.moveAll(tx, returned(commonIssueId), (task, now, time) =>
      forgo(task, { at: now, settled: null }, now, time),
    );
    const where = { ...itsOwn(commonIssueId), status: In([...statusesFor('close')]) };
    await this.tasks.moveAll(tx, where, (task, now, time) => close(task, { because: 'WRITTEN_OFF' }, now, time));
  }
}
