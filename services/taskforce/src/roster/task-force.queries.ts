import { Injectable } from '@nestjs/common';
import type { Domain } from '@qifutong/contracts/fields';
import { Database } from '@qifutong/persistence/database';
import { inOrder } from '@qifutong/platform/request-context';
import { In, IsNull, Not } from 'typeorm';
import type { TaskForce } from './domain/task-force.ts';
import {
  CommonIssueTable,
  DepartmentTable,
  MemberTable,
  TaskForceDepartmentTable,
  TaskForceDomainTable,
  TaskForceTable,
  type CommonIssue,
  type Department,
  type Member,
} from './task-force.table.ts';

@Injectable()
export class TaskForceQueries {
  constructor(private readonly db: Database) {}

  /** @param dissolved true: the dissolved ones alone, false: without them, null: all */
  all(dissolved: boolean | null): Promise<TaskForce[]> {
    const where = dissolved === null ? {} : { dissolvedAt: dissolved ? Not(IsNull()) : IsNull() };
    return this.db.source.manager.find(TaskForceTable, { where, order: { code: 'ASC' } });
  }

  allDepartments(): Promise<Department[]> {
    return this.db.source.manager.find(DepartmentTable, { order: { code: 'ASC' } });
  }

  readonly byCodes = async (codes: readonly string[]): Promise<(TaskForce | null)[]> => {
    const taskForces = await this.db.source.manager.findBy(TaskForceTable, { code: In(codes) });
    return inOrder(codes, taskForces, (taskForce) => taskForce.code);
  };

  /** The common issues that intake announced, of those; null where it did not. */
  readonly commonIssues = async (ids: readonly string[]): Promise<(CommonIssue | null)[]> => {
    const announced = await this.db.source.manager.findBy(CommonIssueTable, { id: In(ids) });
    return inOrder(ids, announced, ({ id }) => id);
  };

  readonly departments = async (codes: readonly string[]): Promise<(Department | null)[]> => {
    const departments = await this.db.source.manager.findBy(DepartmentTable, { code: In(codes) });
    return inOrder(codes, departments, (department) => department.code);
  };

  /** The domains that each task force covers. */
  readonly domains = async (codes: readonly string[]): Promise<Domain[][]> => {
    const where = { taskForceCode: In(codes) };
    const covered = await this.db.source.manager.find(TaskForceDomainTable, { where, order: { domain: 'ASC' } });
    const byTaskForce = Map.groupBy(covered, ({ taskForceCode }) => taskForceCode);
    return codes.map((code) => (byTaskForce.get(code) ?? []).map(({ domain }) => domain));
  };

  /** The departments that take part in each task force beside its lead department. */
  readonly memberDepartments = async (codes: readonly string[]): Promise<Department[][]> => {
    const { manager } = this.db.source;
    const order = { departmentCode: 'ASC' } as const;
    const parts = await manager.find(TaskForceDepartmentTable, { where: { taskForceCode: In(codes) }, order });
    const known = await this.departments(parts.map(({ departmentCode }) => departmentCode));
    const byTaskForce = Map.groupBy(
      parts.map(({ taskForceCode }, i) => ({ taskForceCode, department: known[i]! })),
      ({ taskForceCode }) => taskForceCode,
    );
    return codes.map((code) => (byTaskForce.get(code) ?? []).map(({ department }) => department));
  };

  /** The members of each task force, its lead first. */
  readonly members = async (codes: readonly string[]): Promise<Member[][]> => {
    const where = { taskForceCode: In(codes) };
    const members = await this.db.source.manager.find(MemberTable, { where, order: { role: 'ASC', sub: 'ASC' } });
    const byTaskForce = Map.groupBy(members, ({ taskForceCode }) => taskForceCode);
    return codes.map((code) => byTaskForce.get(code) ?? []);
  };
}
