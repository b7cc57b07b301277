import { Injectable } from '@nestjs/common';
import type { Decision } from '@qifutong/kernel/decision';
import type { Announcement } from '@qifutong/contracts/define-event';
import { change, create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { In, LessThanOrEqual } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { AcceptTaskInput, ProposeSolutionInput } from '../generated/graphql.ts';
import { accept } from './domain/accept.ts';
import { close } from './domain/close.ts';
import { openTask, type Dispatched } from './domain/open-task.ts';
import { proposeSolution } from './domain/propose-solution.ts';
import { openStatuses, type ClosedBecause, type Task } from './domain/task.ts';
import { rulesInForce } from './rules.queries.ts';
import { tasks, TaskTable } from './task.table.ts';
import { UrgingService } from './urging.service.ts';

const acceptShape = z.object({ taskId: z.uuid() });
const solutionShape = z.object({
  taskId: z.uuid(),
  text: words(4000),
  measures: z
    .array(words(500))
    .max(20)
    .nullish()
    .transform((measures) => measures ?? []),
});

interface Over {
  readonly issueId: string;
  readonly lastRound: number;
  readonly because: ClosedBecause;
}

@Injectable()
export class TaskService {
  constructor(
    private readonly db: Database,
    private readonly urging: UrgingService,
  ) {}

  async accept(viewer: Viewer, input: AcceptTaskInput): Promise<Task> {
    const { taskId } = shaped(acceptShape, input);
    return this.#change(taskId, (task, now) => accept(task, { by: viewer }, now));
  }

  async proposeSolution(viewer: Viewer, input: ProposeSolutionInput): Promise<Task> {
    const { taskId, text, measures } = shaped(solutionShape, input);
    return this.#change(taskId, (task, now) => proposeSolution(task, { text, measures, by: viewer }, now));
  }

  /** Opens the task of a dispatched issue; told again, as by a replay, it has no second effect. */
  async open(tx: Tx, dispatched: Dispatched): Promise<void> {
    const { issueId, round } = dispatched;
    if (await tx.manager.existsBy(TaskTable, { issueId, round })) return;
    await create(tx, tasks, openTask(uuidv7(), dispatched, await rulesInForce(tx.manager)), await tx.now());
  }

  /** Closes the tasks of an issue's rounds that are over, as far as they are open. */
  async close(tx: Tx, { issueId, lastRound, because }: Over): Promise<void> {
    const where = { issueId, round: LessThanOrEqual(lastRound), status: In(openStatuses) };
    const open = await tx.manager.find(TaskTable, {
      where,
      order: { round: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const task of open) {
      const closed = await save(tx, tasks, task, (before, now) => close(before, { because }, now));
      await this.urging.issueNotices(tx, task, closed);
    }
  }

  #change(id: string, decide: (task: Task, now: Date) => Decision<Task, Announcement>): Promise<Task> {
    return this.db.transaction(async (tx) => {
      let before: Task | undefined;
      const after = await change(tx, tasks, id, (task, now) => decide((before = task), now));
      await this.urging.issueNotices(tx, before!, after);
      return after;
    });
  }
}
