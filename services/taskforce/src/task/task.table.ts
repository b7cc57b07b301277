import { instant } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import { asJson, clock, timeLimit } from '../clock/clock.column.ts';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import { reject } from './domain/rejections.ts';
import type { Task } from './domain/task.ts';

const ineffective = z.object({
  text: z.string(),
  measures: z.array(z.string()),
  attachments: z.array(z.string()),
  proposedAt: instant,
  proposedBy: z.string(),
  rejectedAt: instant,
  rejectedBy: z.string(),
  reason: z.string(),
});

export const TaskTable = new EntitySchema<Task>({
  name: 'task',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    issueId: { type: 'uuid', nullable: true },
    commonIssueId: { type: 'uuid', nullable: true },
    number: { type: 'text' },
    round: { type: 'int' },
    nature: { type: 'text' },
    domain: { type: 'text' },
    urgency: { type: 'text' },
    firmCreditCode: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    taskForceCode: { type: 'text' },
    status: { type: 'text' },
    policyVersion: { type: 'int' },
    solveWithin: { type: 'jsonb', transformer: asJson(timeLimit) },
    warnAt: { type: 'int', array: true },
    dispatchedAt: { type: 'timestamptz', precision: 3 },
    predecessorId: { type: 'uuid', nullable: true },
    hops: { type: 'int' },
    mustAccept: { type: 'boolean' },
    acceptedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acceptedBy: { type: 'text', nullable: true },
    coHandlers: { type: 'text', array: true },
    solutionText: { type: 'text', nullable: true },
    solutionMeasures: { type: 'text', array: true },
    solutionAttachments: { type: 'text', array: true },
    proposedAt: { type: 'timestamptz', precision: 3, nullable: true },
    proposedBy: { type: 'text', nullable: true },
    ineffectiveSolutions: { type: 'jsonb', transformer: asJson(z.array(ineffective)) },
    guidanceId: { type: 'uuid', nullable: true },
    guidanceVersion: { type: 'int', nullable: true },
    batchId: { type: 'uuid', nullable: true },
    suspendedAt: { type: 'timestamptz', precision: 3, nullable: true },
    suspendedBy: { type: 'text', nullable: true },
    suspensionReason: { type: 'text', nullable: true },
    suspensionNote: { type: 'text', nullable: true },
    extendedAt: { type: 'timestamptz', precision: 3, nullable: true },
    extendedBy: { type: 'text', nullable: true },
    extendedUntil: { type: 'timestamptz', precision: 3, nullable: true },
    extensionReason: { type: 'text', nullable: true },
    handedOnAt: { type: 'timestamptz', precision: 3, nullable: true },
    handedOnBy: { type: 'text', nullable: true },
    handedOnReason: { type: 'text', nullable: true },
    closedAt: { type: 'timestamptz', precision: 3, nullable: true },
    closedBecause: { type: 'text', nullable: true },
    cancelledAt: { type: 'timestamptz', precision: 3, nullable: true },
    cancelledBecause: { type: 'text', nullable: true },
    clocks: { type: 'jsonb', transformer: asJson(z.array(clock)) },
    nextDueAt: { type: 'timestamptz', precision: 3, nullable: true },
    wakeAt: { type: 'timestamptz', precision: 3, nullable: true },
    overdue: { type: 'boolean' },
    acceptDueAt: { type: 'timestamptz', precision: 3 },
    acceptMissed: { type: 'boolean' },
    solveDueAt: { type: 'timestamptz', precision: 3, nullable: true },
    solveMissed: { type: 'boolean' },
    timesUrged: { type: 'int' },
    deadlineAt: { type: 'timestamptz', precision: 3 },
    nearLimit: { type: 'boolean' },
  },
});

export const tasks: Aggregate<Task> = {
  table: TaskTable,
  key: 'id',
  notFound: () => reject('TASK_NOT_FOUND', { field: 'taskId' }),
};
