import type { Domain } from '@qifutong/contracts/fields';
import { EntitySchema } from 'typeorm';

/** 部门: a standing department of the county */
export interface Department {
  readonly code: string;
  readonly name: string;
}

/** 工作专班: a temporary team under a lead department */
export interface TaskForce {
  readonly code: string;
  readonly name: string;
  readonly leadDepartmentCode: string;
  readonly foundingReason: string;
}

export interface TaskForceDomain {
  readonly taskForceCode: string;
  readonly domain: Domain;
}

export interface Member {
  readonly taskForceCode: string;
  readonly sub: string;
  readonly name: string;
  readonly role: 'LEAD' | 'MEMBER';
}

export const DepartmentTable = new EntitySchema<Department>({
  name: 'department',
  columns: { code: { type: 'text', primary: true }, name: { type: 'text' } },
});

export const TaskForceTable = new EntitySchema<TaskForce>({
  name: 'task_force',
  columns: {
    code: { type: 'text', primary: true },
    name: { type: 'text' },
    leadDepartmentCode: { type: 'text' },
    foundingReason: { type: 'text' },
  },
});

export const TaskForceDomainTable = new EntitySchema<TaskForceDomain>({
  name: 'task_force_domain',
  columns: { taskForceCode: { type: 'text', primary: true }, domain: { type: 'text', primary: true } },
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
