import { EntitySchema } from 'typeorm';

/** 即时答复: what a firm was told on the spot, in one round of an issue; it stays when the round ends. */
export interface IssueAnswer {
  readonly id: string;
  readonly issueId: string;
  /** the issue that it was given for, where that was merged into this one */
  readonly firstIssueId: string | null;
  readonly round: number;
  readonly answer: string;
  readonly guidanceId: string | null;
  readonly guidanceVersion: number | null;
  /** null: given before that was kept */
  readonly by: string | null;
  readonly at: Date;
}

export const IssueAnswerTable = new EntitySchema<IssueAnswer>({
  name: 'issue_answer',
  columns: {
    id: { type: 'uuid', primary: true },
    issueId: { type: 'uuid' },
    firstIssueId: { type: 'uuid', nullable: true },
    round: { type: 'int' },
    answer: { type: 'text' },
    guidanceId: { type: 'uuid', nullable: true },
    guidanceVersion: { type: 'int', nullable: true },
    by: { type: 'text', name: 'answered_by', nullable: true },
    at: { type: 'timestamptz', precision: 3, name: 'answered_at' },
  },
});
