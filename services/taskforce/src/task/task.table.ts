import { clockKind, instant } from '@qifutong/contracts/fields';
import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import { z } from 'zod';
import { reject } from './domain/rejections.ts';
import type { Task } from './domain/task.ts';

const fact = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['STARTED', 'MET', 'CANCELLED', 'REVOKED']), at: instant }),
  z.object({ type: z.literal('BREACHED'), at: instant, noticedAt: instant }),
]);
const clocks = z.array(
  z.object({ kind: clockKind, limit: z.string(), policyVersion: z.int(), history: z.array(fact).min(1) }),
);
const asJson = {
  to: (value: z.output<typeof clocks>) => clocks.encode(value),
  from: (value: unknown) => clocks.parse(value),
};

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
    solveWithin: { type: 'text' },
    dispatchedAt: { type: 'timestamptz', precision: 3 },
    acceptedAt: { type: 'timestamptz', precision: 3, nullable: true },
    acceptedBy: { type: 'text', nullable: true },
    solutionText: { type: 'text', nullable: true },
    solutionMeasures: { type: 'text', array: true },
    proposedAt: { type: 'timestamptz', precision: 3, nullable: true },
    proposedBy: { type: 'text', nullable: true },
    guidanceId: { type: 'uuid', nullable: true },
    guidanceVersion: { type: 'int', nullable: true },
    batchId: { type: 'uuid', nullable: true },
    closedAt: { type: 'timestamptz', precision: 3, nullable: true },
    closedBecause: { type: 'text', nullable: true },
    cancelledAt: { type: 'timestamptz', precision: 3, nullable: true },
    cancelledBecause: { type: 'text', nullable: true },
    clocks: { type: 'jsonb', transformer: asJson },
    nextDueAt: { type: 'timestamptz', precision: 3, nullable: true },
    overdue: { type: 'boolean' },
  },
});

export const tasks: Aggregate<Task> = {
  table: TaskTable,
  key: 'id',
  notFound: () => reject('TASK_NOT_FOUND', { field: 'taskId' }),
};
