import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@qifutong/persistence/database';
import { shaped } from '@qifutong/platform/answer';
import { words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { ArrayContains, In } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CountyTimeService } from '../clock/county-time.service.ts';
import type {
  AddCoHandlerInput,
  RedispatchTaskInput,
  RemoveCoHandlerInput,
  ReturnTaskInput,
  TransferTaskInput,
} from '../generated/graphql.ts';
import { isSupervised } from '../notice/is-supervised.queries.ts';
import { policyLinesAt } from '../policy/policy-at.queries.ts';
import { PolicyVersionsQueries } from '../policy/policy-versions.queries.ts';
import { ReceivingQueries } from '../roster/receiving.queries.ts';
import { breach } from './domain/breach.ts';
import { addCoHandler, removeCoHandler } from './domain/co-handle.ts';
import type { HandedOn } from './domain/go-on.ts';
import type { Terms } from './domain/open-task.ts';
import { redispatch } from './domain/redispatch.ts';
import { returnTask } from './domain/return.ts';
import { statusesFor, type Task } from './domain/task.ts';
import { transfer } from './domain/transfer.ts';
import { partyOf } from './party-of.ts';
import { TaskService } from './task.service.ts';

const returnShape = z.object({ taskId: z.uuid(), reason: words(1000) });
const receiverShape = z.object({ taskId: z.uuid(), taskForce: words(64) });
const redispatchShape = receiverShape.extend({ orderToAccept: z.boolean().nullish() });
const transferShape = receiverShape.extend({ reason: words(1000) });

type HandOn = (task: Task, now: Date, terms: Terms & { readonly supervised: boolean }) => HandedOn;

/** Tasks go from hand to hand. Whether a task force takes any is looked up, and held, before the task is locked. */
@Injectable()
export class HandingOnService {
  constructor(
    private readonly db: Database,
    private readonly tasks: TaskService,
    private readonly receiving: ReceivingQueries,
    private readonly countyTime: CountyTimeService,
    private readonly policies: PolicyVersionsQueries,
  ) {}

  return(viewer: Viewer, input: ReturnTaskInput): Promise<Task> {
    const { taskId, reason } = shaped(returnShape, input);
    return this.db.transaction(async (tx) => {
      const policyOf = await this.policies.read(tx.manager);
      const supervised = await this.#holds(tx, taskId);
      const how = { reason, by: viewer, supervised };
      return this.tasks.changeIn(tx, taskId, (task, now, time) =>
        returnTask(task, { ...how, within: policyOf(task.policyVersion).returnWithin }, now, time),
      );
    });
  }

  /** @returns the new task */
  redispatch(input: RedispatchTaskInput): Promise<Task> {
    const { taskId, taskForce, orderToAccept } = shaped(redispatchShape, input);
    return this.db.transaction(async (tx) => {
      const to = await this.receiving.hold(tx.manager, taskForce);
      const how = { id: uuidv7(), to, orderToAccept: orderToAccept ?? false };
      const { opened } = await this.#handOn(tx, taskId, (task, now, terms) => redispatch(task, how, now, terms));
      return opened;
    });
  }

  /** @returns the task that ended */
  transfer(viewer: Viewer, input: TransferTaskInput): Promise<Task> {
    const { taskId, taskForce, reason } = shaped(transferShape, input);
    return this.db.transaction(async (tx) => {
      const to = await this.receiving.hold(tx.manager, taskForce);
      const how = { id: uuidv7(), to, reason, by: partyOf(viewer) };
      const { left } = await this.#handOn(tx, taskId, (task, now, { supervised, ...terms }) =>
        transfer(task, { ...how, supervised }, now, terms),
      );
      return left;
    });
  }

  addCoHandler(viewer: Viewer, input: AddCoHandlerInput): Promise<Task> {
    const { taskId, taskForce } = shaped(receiverShape, input);
    return this.db.transaction(async (tx) => {
      const helper = await this.receiving.hold(tx.manager, taskForce);
      return this.tasks.changeIn(tx, taskId, (task, now) => addCoHandler(task, { helper, by: partyOf(viewer) }, now));
    });
  }

  removeCoHandler(viewer: Viewer, input: RemoveCoHandlerInput): Promise<Task> {
    const { taskId, taskForce: helper } = shaped(receiverShape, input);
    return this.tasks.change(taskId, (task, now) => removeCoHandler(task, { helper, by: partyOf(viewer) }, now));
  }

  /** A task force that is dissolved helps with nothing any more. */
  endCoHandling(tx: Tx, helper: string, sub: string): Promise<void> {
    const by = { sub, taskForce: null, ofCentre: true };
    const where = { coHandlers: ArrayContains([helper]), status: In([...statusesFor('coHandle')]) };
    return this.tasks.moveAll(tx, where, (task, now) => removeCoHandler(task, { helper, by }, now));
  }

  async #handOn(tx: Tx, taskId: string, decide: HandOn): Promise<{ left: Task; opened: Task }> {
    const policies = await policyLinesAt(tx.manager, await tx.now());
    const time = await this.countyTime.read(tx.manager);
    const terms = { policies, time, supervised: await this.#holds(tx, taskId) };
    let handed: HandedOn | undefined;
    const left = await this.tasks.changeIn(tx, taskId, (task, now) => (handed = decide(task, now, terms)).left);
    return { left, opened: await this.tasks.goOn(tx, handed!.opened) };
  }

  /** Nobody else can move the task any more. @returns whether it is supervised */
  async #holds(tx: Tx, taskId: string): Promise<boolean> {
    // what was missed by now is noticed once, to whoever had it: the clock that goes on knows of that notice, which may open a supervision
    await this.tasks.changeIn(tx, taskId, breach);
    return isSupervised(tx.manager, taskId);
  }
}
