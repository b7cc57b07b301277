import type { ClockKind } from '@qifutong/contracts/fields';
import { EntitySchema } from 'typeorm';

/** FIRM: the firm's own solution clock, which ran on with a task that was handed on. */
export type ToldClockKind = ClockKind | 'FIRM';

/** One clock of one task, as the task forces told of it. */
export interface TaskClock {
  readonly taskId: string;
  readonly kind: ToldClockKind;
  readonly issueId: string | null;
  readonly commonIssueId: string | null;
  readonly taskForce: string;
  readonly townCode: string | null;
  readonly channel: string | null;
  /** the first deadline */
  readonly dueAt: Date;
  readonly metAt: Date | null;
  /** told to be missed, whatever was proposed before */
  readonly missed: boolean;
  /** nobody has the task any more, for it was returned, or its issue went into a common issue: the firm's clock runs on until the issue is solved */
  readonly handedOverAt: Date | null;
  readonly cancelledAt: Date | null;
  /** since when it stands still */
  readonly suspendedAt: Date | null;
  /** counts for the firm: of the solution clocks of a round only the first does, in whoever's hands the task is */
  readonly ofFirm: boolean;
}

const instant = { type: 'timestamptz', precision: 3 } as const;

export const TaskClockTable = new EntitySchema<TaskClock>({
  name: 'task_clock',
  columns: {
    taskId: { type: 'uuid', primary: true },
    kind: { type: 'text', primary: true },
    issueId: { type: 'uuid', nullable: true },
    commonIssueId: { type: 'uuid', nullable: true },
    taskForce: { type: 'text' },
    townCode: { type: 'text', nullable: true },
    channel: { type: 'text', nullable: true },
    dueAt: instant,
    metAt: { ...instant, nullable: true },
    missed: { type: 'boolean', default: false },
    handedOverAt: { ...instant, nullable: true },
    cancelledAt: { ...instant, nullable: true },
    suspendedAt: { ...instant, nullable: true },
    ofFirm: { type: 'boolean', default: true },
  },
});
