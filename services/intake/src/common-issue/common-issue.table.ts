import type { Aggregate } from '@qifutong/persistence/change';
import { EntitySchema } from 'typeorm';
import type { CommonIssue, CommonIssueMember } from './domain/common-issue.ts';
import { reject } from './domain/rejections.ts';

const instant = { type: 'timestamptz', precision: 3 } as const;

export const CommonIssueTable = new EntitySchema<CommonIssue>({
  name: 'common_issue',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    number: { type: 'text' },
    state: { type: 'text' },
    title: { type: 'text' },
    domain: { type: 'text' },
    urgency: { type: 'text' },
    origin: { type: 'text' },
    evidence: { type: 'text', array: true },
    founding: { type: 'text', nullable: true },
    cause: { type: 'text', nullable: true },
    causeIsOwnRule: { type: 'boolean' },
    taskForce: { type: 'text', nullable: true },
    guidanceId: { type: 'uuid', nullable: true },
    proposedAt: instant,
    proposedBy: { type: 'text' },
    confirmedAt: { ...instant, nullable: true },
    confirmedBy: { type: 'text', nullable: true },
    declinedAt: { ...instant, nullable: true },
    declinedBy: { type: 'text', nullable: true },
    declinedBecause: { type: 'text', nullable: true },
    dispatchedAt: { ...instant, nullable: true },
    acceptedAt: { ...instant, nullable: true },
    acceptedBy: { type: 'text', nullable: true },
    solvedAt: { ...instant, nullable: true },
    solvedBy: { type: 'text', nullable: true },
    settledAt: { ...instant, nullable: true },
    closedAt: { ...instant, nullable: true },
  },
});

export const CommonIssueMemberTable = new EntitySchema<CommonIssueMember>({
  name: 'common_issue_member',
  columns: {
    id: { type: 'uuid', default: () => 'uuidv7()' },
    commonIssueId: { type: 'uuid', primary: true },
    issueId: { type: 'uuid', primary: true },
    state: { type: 'text' },
    score: { type: 'real', nullable: true },
    evidence: { type: 'text', array: true },
    addedAt: instant,
    addedBy: { type: 'text' },
    endedAt: { ...instant, nullable: true },
    because: { type: 'text', nullable: true },
  },
});

export const commonIssues: Aggregate<CommonIssue> = {
  table: CommonIssueTable,
  key: 'id',
  notFound: () => reject('COMMON_ISSUE_NOT_FOUND', { field: 'commonIssueId' }),
};
