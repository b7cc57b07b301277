import { EntitySchema } from 'typeorm';
import type { Aggregate } from '@qifutong/persistence/change';
import type { Issue } from './domain/issue.ts';
import { reject } from './domain/rejections.ts';

export const IssueTable = new EntitySchema<Issue>({
  name: 'issue',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text' },
    status: { type: 'text' },
    round: { type: 'int' },
    firmCreditCode: { type: 'text', nullable: true },
    firmName: { type: 'text', nullable: true },
    townCode: { type: 'text', nullable: true },
    channel: { type: 'text' },
    domain: { type: 'text', nullable: true },
    urgency: { type: 'text' },
    firstContactSub: { type: 'text' },
    firstContactName: { type: 'text' },
    handledBy: { type: 'text', array: true },
    registeredAt: { type: 'timestamptz', precision: 3 },
    dispatchedAt: { type: 'timestamptz', precision: 3, nullable: true },
    solvedAt: { type: 'timestamptz', precision: 3, nullable: true },
    writtenOffAt: { type: 'timestamptz', precision: 3, nullable: true },
    changedAt: { type: 'timestamptz', precision: 3 },
    changedOn: { type: 'date' },
    loaded: { type: 'boolean', default: false },
    taskForce: { type: 'text', nullable: true },
    taskId: { type: 'uuid', nullable: true },
    statusReason: { type: 'text', nullable: true },
    statusNote: { type: 'text', nullable: true },
    formerStatus: { type: 'text', nullable: true },
    mergedInto: { type: 'uuid', nullable: true },
    commonIssueId: { type: 'uuid', nullable: true },
    guidanceId: { type: 'uuid', nullable: true },
    guidanceVersion: { type: 'int', nullable: true },
    batchId: { type: 'uuid', nullable: true },
    answer: { type: 'text', nullable: true },
    reviewDue: { type: 'boolean', default: false },
    optedOut: { type: 'boolean', default: false },
    tookUrgency: { type: 'boolean', default: false },
    tookOptOut: { type: 'boolean', default: false },
    callbackDueAt: { type: 'timestamptz', precision: 3, nullable: true },
    callbackPolicyVersion: { type: 'int', nullable: true },
    callAgainAt: { type: 'timestamptz', precision: 3, nullable: true },
    unreached: { type: 'boolean', default: false },
  },
});

export const issues: Aggregate<Issue> = {
  table: IssueTable,
  key: 'id',
  notFound: () => reject('ISSUE_NOT_FOUND', { field: 'issueId' }),
};
