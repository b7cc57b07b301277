import { EntitySchema } from 'typeorm';
import type { CallbackOutcome, Satisfaction } from './domain/callback.ts';

/** 回访: one call back to the firm */
export interface Callback {
  readonly id: string;
  readonly issueId: string;
  /** the issue that it was made for, where that was merged into this one */
  readonly firstIssueId: string | null;
  readonly round: number;
  readonly outcome: CallbackOutcome;
  readonly satisfaction: Satisfaction | null;
  readonly note: string | null;
  readonly calledAt: Date;
  readonly calledBy: string;
}

/** What the day's account counts it by and under; set by the database. */
interface Booked {
  readonly bookedAt?: Date;
  readonly taskForce?: string | null;
  readonly townCode?: string | null;
  readonly channel?: string;
}
const booked = { select: false, insert: false, update: false } as const;

export const CallbackTable = new EntitySchema<Callback & Booked>({
  name: 'callback',
  columns: {
    id: { type: 'uuid', primary: true },
    issueId: { type: 'uuid' },
    firstIssueId: { type: 'uuid', nullable: true },
    round: { type: 'int' },
    outcome: { type: 'text' },
    satisfaction: { type: 'text', nullable: true },
    note: { type: 'text', nullable: true },
    calledAt: { type: 'timestamptz', precision: 3 },
    calledBy: { type: 'text' },
    bookedAt: { type: 'timestamptz', precision: 3, ...booked },
    taskForce: { type: 'text', nullable: true, ...booked },
    townCode: { type: 'text', nullable: true, ...booked },
    channel: { type: 'text', ...booked },
  },
});
