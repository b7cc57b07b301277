import { Injectable } from '@nestjs/common';
import type { Announcement } from '@qifutong/contracts/define-event';
import { domain } from '@qifutong/contracts/fields';
import type { Decision } from '@qifutong/kernel/decision';
import { create, save } from '@qifutong/persistence/change';
import { Database, type Tx } from '@qifutong/persistence/database';
import { isUniqueViolation } from '@qifutong/persistence/unique-violation';
import { shaped } from '@qifutong/platform/answer';
import { entityId, orNull, words } from '@qifutong/platform/shape';
import type { Viewer } from '@qifutong/platform/viewer';
import { z } from 'zod';
import type {
  AddMemberInput,
  AppointLeadInput,
  DissolveTaskForceInput,
  FoundTaskForceInput,
  RemoveMemberInput,
} from '../generated/graphql.ts';
import { HandingOnService } from '../task/handing-on.service.ts';
import { countInHand } from '../task/open-tasks.queries.ts';
import { addMember } from './domain/add-member.ts';
import { appointLead } from './domain/appoint-lead.ts';
import { dissolve } from './domain/dissolve.ts';
import { found, type Founding } from './domain/found.ts';
import { reject } from './domain/rejections.ts';
import { removeMember } from './domain/remove-member.ts';
import { memberRoles, type Membership, type TaskForce } from './domain/task-force.ts';
import {
  CommonIssueTable,
  DepartmentTable,
  MemberTable,
  TaskForceDepartmentTable,
  TaskForceDomainTable,
  taskForces,
  TaskForceTable,
} from './task-force.table.ts';

const codeShape = words(40).regex(/^[A-Z_]+$/);
const person = z.object({ sub: words(200), name: words(50) });
const listOf = <S extends z.ZodType>(shape: S, most: number) =>
  z
    .array(shape)
    .max(most)
    .nullish()
    .transform((some) => some ?? []);
const foundingShape = z.object({
  code: codeShape,
  name: words(50),
  leadDepartment: codeShape,
  memberDepartments: listOf(codeShape, 50).transform((codes) => [...new Set(codes)]),
  reason: words(500),
  domains: listOf(domain, 20).transform((some) => [...new Set(some)]),
  commonIssueId: orNull(entityId),
  members: listOf(person.extend({ role: z.enum(memberRoles) }), 200),
});
const dissolutionShape = z.object({ code: codeShape, reason: words(500) });
const additionShape = person.extend({ code: codeShape });
const memberShape = z.object({ code: codeShape, sub: words(200) });

type Decide = (taskForce: TaskForce, members: readonly Membership[], now: Date) => Decision<TaskForce, Announcement>;

@Injectable()
export class TaskForceService {
  constructor(
    private readonly db: Database,
    private readonly handing: HandingOnService,
  ) {}

  async found(viewer: Viewer, input: FoundTaskForceInput): Promise<TaskForce> {
    const founding = shaped(foundingShape, input);
    try {
      return await this.db.transaction((tx) => this.#found(tx, { ...founding, by: viewer.sub }));
    } catch (cause) {
      if (isUniqueViolation(cause, 'task_force_pkey'))
        throw reject('TASK_FORCE_CODE_TAKEN', { field: 'code', code: founding.code });
      if (isUniqueViolation(cause, 'task_force_name_key')) throw reject('TASK_FORCE_NAME_TAKEN', { field: 'name' });
      throw cause;
    }
  }

  /** Its row is locked as for a change of its key: whoever gives it a task waits, and those in hand are counted. */
  dissolve({ sub: by }: Viewer, input: DissolveTaskForceInput): Promise<TaskForce> {
    const { code, reason } = shaped(dissolutionShape, input);
    return this.db.transaction(async (tx) => {
      const before = await this.#lock(tx, code, 'pessimistic_write');
      const left = await countInHand(tx.manager, code);
      const after = await save(tx, taskForces, before, (one, now) => dissolve(one, { reason, by, ...left }, now));
      await this.handing.endCoHandling(tx, code, by);
      return after;
    });
  }

  addMember({ sub: by }: Viewer, input: AddMemberInput): Promise<TaskForce> {
    const { code, ...newcomer } = shaped(additionShape, input);
    const decide: Decide = (before, members, now) => addMember(before, { person: newcomer, members, by }, now);
    return this.#change(code, decide, async ({ manager }) => {
      await manager.insert(MemberTable, { ...newcomer, taskForceCode: code, role: 'MEMBER' });
    });
  }

  removeMember({ sub: by }: Viewer, input: RemoveMemberInput): Promise<TaskForce> {
    const { code, sub } = shaped(memberShape, input);
    const decide: Decide = (before, members, now) => removeMember(before, { sub, members, by }, now);
    return this.#change(code, decide, async ({ manager }) => {
      await manager.delete(MemberTable, { taskForceCode: code, sub });
    });
  }

  appointLead({ sub: by }: Viewer, input: AppointLeadInput): Promise<TaskForce> {
    const { code, sub } = shaped(memberShape, input);
    const decide: Decide = (before, members, now) => appointLead(before, { sub, members, by }, now);
    return this.#change(code, decide, async ({ manager }) => {
      // the one who leads goes first: there is never a second
      await manager.update(MemberTable, { taskForceCode: code, role: 'LEAD' }, { role: 'MEMBER' });
      await manager.update(MemberTable, { taskForceCode: code, sub }, { role: 'LEAD' });
    });
  }

  async #found(tx: Tx, founding: Founding & { readonly by: string }): Promise<TaskForce> {
    const { manager } = tx;
    const departments = new Set((await manager.find(DepartmentTable)).map((one) => one.code));
    const { code: taskForceCode, commonIssueId, domains, memberDepartments, members } = founding;
    const commonIssue = commonIssueId !== null && (await manager.existsBy(CommonIssueTable, { id: commonIssueId }));
    const now = await tx.now();
    const founded = await create(tx, taskForces, found(founding, { departments, commonIssue }, now), now);
    const beside = memberDepartments.filter((one) => one !== founding.leadDepartment);
    await manager.insert(
      TaskForceDomainTable,
      domains.map((one) => ({ taskForceCode, domain: one })),
    );
    await manager.insert(
      TaskForceDepartmentTable,
      beside.map((departmentCode) => ({ taskForceCode, departmentCode })),
    );
    await manager.insert(
      MemberTable,
      members.map((one) => ({ ...one, taskForceCode })),
    );
    return founded;
  }

  /** Decides on a task force and its members while nobody else changes them. */
  #change(taskForceCode: string, decide: Decide, write: (tx: Tx) => Promise<void>): Promise<TaskForce> {
    return this.db.transaction(async (tx) => {
      const before = await this.#lock(tx, taskForceCode, 'for_no_key_update');
      const members = await tx.manager.findBy(MemberTable, { taskForceCode });
      const after = await save(tx, taskForces, before, (one, now) => decide(one, members, now));
      await write(tx);
      return after;
    });
  }

  async #lock({ manager }: Tx, code: string, mode: 'pessimistic_write' | 'for_no_key_update'): Promise<TaskForce> {
    const found = await manager.findOne(TaskForceTable, { where: { code }, lock: { mode } });
    if (!found) throw taskForces.notFound();
    return found;
  }
}
