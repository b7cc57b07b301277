import { Injectable } from '@nestjs/common';
import type { Decision } from '@qifutong/kernel/decision';
import type { Announcement } from '@qifutong/contracts/define-event';
import { change, create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import type { FindOptionsWhere } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { AcceptTaskInput, ProposeSolutionInput } from '../generated/graphql.ts';
import { IssueCourseService } from '../centre/issue-course.service.ts';
import { accept } from './domain/accept.ts';
import { breach } from './domain/breach.ts';
import type { Dispatched, RulesInForce } from './domain/open-task.ts';
import { proposeSolution } from './domain/propose-solution.ts';
import { takeOut } from './domain/take-out.ts';
import { assertMove, type Task, type TaskMove } from './domain/task.ts';
import { rulesAt } from './rules.queries.ts';
import { CountyTimeService } from '../clock/county-time.service.ts';
import type { CountyTime } from '../clock/domain/time-limit.ts';
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
  attachments: z
    .array(words(500))
    .max(20)
    .nullish()
    .transform((attachments) => attachments ?? []),
});

export type Decide = (task: Task, now: Date, time: CountyTime) => Decision<Task, Announcement>;

@Injectable()
export class TaskService {
  constructor(
    private readonly db: Database,
    private readonly urging: UrgingService,
    private readonly countyTime: CountyTimeService,
    private readonly courses: IssueCourseService,
  ) {}

  async accept(viewer: Viewer, input: AcceptTaskInput): Promise<Task> {
    const { taskId } = shaped(acceptShape, input);
    return this.change(taskId, (task, now, time) => accept(task, { by: viewer }, now, time));
  }

  async proposeSolution(viewer: Viewer, input: ProposeSolutionInput): Promise<Task> {
    const { taskId, ...solution } = shaped(solutionShape, input);
    return this.change(taskId, (task, now, time) => proposeSolution(task, { ...solution, by: viewer }, now, time));
  }

  /** Stores a new task, of which the rules in force at its dispatch decide whose it is and how long it may take. */
  async open(
    tx: Tx,
    dispatchedAt: Date,
    decide: (id: string, rules: RulesInForce) => Decision<Task, Announcement>,
  ): Promise<void> {
    const rules = await this.#rulesAt(tx, dispatchedAt);
    await create(tx, tasks, decide(uuidv7(), rules), await tx.now());
  }

  /** Stores the task of an issue that was taken out of its common issue, and goes on with the one that it had, which the transaction holds. */
  async takeOut(tx: Tx, before: Task, dispatched: Dispatched): Promise<void> {
    const rules = await this.#rulesAt(tx, dispatched.dispatchedAt);
    const taken = takeOut(before, { id: uuidv7(), dispatched }, await tx.now(), rules);
    await save(tx, tasks, before, () => taken.left);
    const opened = await create(tx, tasks, taken.opened, await tx.now());
    await this.changeIn(tx, opened.id, breach);
  }

  /** Moves the tasks of which this holds, each by the same rule; where there is none, nothing happens. */
  async moveAll(tx: Tx, where: FindOptionsWhere<Task> | FindOptionsWhere<Task>[], decide: Decide): Promise<void> {
    const order = { round: 'ASC', dispatchedAt: 'ASC' } as const;
    const look = () => tx.manager.find(TaskTable, { where, order, lock: { mode: 'for_no_key_update' } });
    // the first look waits for whoever hands a task on at this moment; the second sees the task that goes on with it
    await look();
    const found = await look();
    if (found.length === 0) return;
    const time = await this.countyTime.read(tx.manager);
    const decided = (task: Task, now: Date) => decide(task, now, time);
    for (const task of found) await this.#told(tx, task, await save(tx, tasks, task, decided));
  }

  /** Does what a move is about that leaves the task as it is, while nobody else can move it. @throws TASK_STATUS_FORBIDS_MOVE */
  async hold<T>(tx: Tx, id: string, move: TaskMove, work: (task: Task, now: Date) => Promise<T>): Promise<T> {
    const task = await tx.manager.findOne(TaskTable, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!task) throw tasks.notFound();
    assertMove(task, move);
    return work(task, await tx.now());
  }

  /** A notice was issued by hand for a task that this transaction holds. */
  async noteUrged(tx: Tx, task: Task): Promise<void> {
    await save(tx, tasks, task, () => ({ state: { ...task, urged: true }, events: [] }));
  }

  change(id: string, decide: Decide): Promise<Task> {
    return this.db.transaction((tx) => this.changeIn(tx, id, decide));
  }

  /** The one way to move a task: what it finds missed is noticed in the same transaction. */
  async changeIn(tx: Tx, id: string, decide: Decide): Promise<Task> {
    const time = await this.countyTime.read(tx.manager);
    let before: Task | undefined;
    const after = await change(tx, tasks, id, (task, now) => decide((before = task), now, time));
    return this.#told(tx, before!, after);
  }

  /** Stores the task that goes on with another; a deadline of the firm's that passed in between is missed at once. */
  async goOn(tx: Tx, opened: Decision<Task, Announcement>): Promise<Task> {
    const task = await create(tx, tasks, opened, await tx.now());
    await this.courses.follow(tx, null, task);
    return this.changeIn(tx, task.id, breach);
  }

  async #rulesAt({ manager }: Tx, at: Date): Promise<RulesInForce> {
    return { ...(await rulesAt(manager, at)), time: await this.countyTime.read(manager) };
  }

  /** What follows from a move in the same transaction: notices of what it found missed, and the centre's own clocks. */
  async #told(tx: Tx, before: Task, after: Task): Promise<Task> {
    const told = await this.urging.issueNotices(tx, before, after);
    await this.courses.follow(tx, before, told);
    return told;
  }
}
