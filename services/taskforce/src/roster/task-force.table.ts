import { instant, type Domain } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import { asJson } from '../clock/clock.column.ts';
import { reject } from './domain/rejections.ts';
import { taskForceFactTypes, type Membership, type TaskForce } from './domain/task-force.ts';

/** 部门: a standing department of the county */
export interface Department {
  readonly code: string;
  readonly name: string;
}

export interface TaskForceDomain {
  readonly taskForceCode: string;
  readonly domain: Domain;
}

/** A department that takes part beside the lead one. */
export interface TaskForceDepartment {
  readonly taskForceCode: string;
  readonly departmentCode: string;
}

export interface Member extends Membership {
  readonly taskForceCode: string;
}

/** A common issue that intake announced. */
export interface CommonIssue {
  readonly id: string;
  readonly number: string;
  readonly domain: Domain;
}

const fact = z.object({
  type: z.enum(taskForceFactTypes),
  at: instant,
  by: z.string().nullable(),
  sub: z.string().nullable(),
  name: z.string().nullable(),
  reason: z.string().nullable(),
});

export const DepartmentTable = new EntitySchema<Department>({
  name: 'department',
  columns: { code: { type: 'text', primary: true }, name: { type: 'text' } },
});

export const TaskForceTable = new EntitySchema<TaskForce>({
  name: 'task_force',
  columns: {
    code: { type: 'text', primary: true },
    version: { type: 'int' },
    name: { type: 'text' },
    leadDepartmentCode: { type: 'text' },
    foundingReason: { type: 'text' },
    commonIssueId: { type: 'uuid', nullable: true },
    foundedAt: { type: 'timestamptz', precision: 3 },
    foundedBy: { type: 'text', nullable: true },
    dissolvedAt: { type: 'timestamptz', precision: 3, nullable: true },
    dissolvedBy: { type: 'text', nullable: true },
    dissolutionReason: { type: 'text', nullable: true },
    history: { type: 'jsonb', transformer: asJson(z.array(fact)) },
  },
});

export const TaskForceDomainTable = new EntitySchema<TaskForceDomain>({
  name: 'task_force_domain',
  columns: { taskForceCode: { type: 'text', primary: true }, domain: { type: 'text', primary: true } },
});

export const TaskForceDepartmentTable = new EntitySchema<TaskForceDepartment>({
  name: 'task_force_department',
  columns: { taskForceCode: { type: 'text', primary: true }, departmentCode: { type: 'text', primary: true } },
});

export const MemberTable = new EntitySchema<Member>({
  name: 'member',
  columns: {
    taskForceCode: { type: 'text', primary: true },
    sub: { type: 'text', primary: true },
    name: { type: 'text' },
    role: { type: 'text' },
  },
});

export const CommonIssueTable = new EntitySchema<CommonIssue>({
  name: 'common_issue',
  columns: { id: { type: 'uuid', primary: true }, number: { type: 'text' }, domain: { type: 'text' } },
});

export const taskForces: Aggregate<TaskForce> = {
  table: TaskForceTable,
  key: 'code',
  notFound: () => reject('TASK_FORCE_NOT_FOUND', { field: 'code' }),
};

/** All that the roster stores. */
export const roster = [
  CommonIssueTable,
  DepartmentTable,
  TaskForceTable,
  TaskForceDomainTable,
  TaskForceDepartmentTable,
  MemberTable,
];
