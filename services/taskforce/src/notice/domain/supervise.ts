import type { Announcement } from '@qifutong/contracts/define-event';
import { supervisionOpened } from '@qifutong/contracts/taskforce/supervision-opened';
import type { Decision } from '@qifutong/kernel/decision';
import type { SlaPolicyVersion } from '../../clock/domain/sla-policy.ts';
import { OFFICE, supervisionNumber, type OnDuty, type Supervision } from './supervision.ts';
import { addressed, type TaskUrging, type Urged } from './urge.ts';
import type { Numbered } from './urging-notice.ts';

interface Opening {
  readonly urgingNoticeId: string | null;
  readonly openedBy: string | null;
  readonly reason: string;
  readonly openedAt: Date;
  /** null: nobody, it is the office's */
  readonly onDuty: OnDuty | null;
}

/** Whether a notice brings supervision about: at every so many notices for one missed deadline. */
export function isToBeSupervised(
  { ordinal }: Pick<TaskUrging, 'ordinal'>,
  { superviseAt }: Pick<SlaPolicyVersion, 'superviseAt'>,
): boolean {
  return ordinal % superviseAt === 0;
}

/** Why a notice brought supervision about. */
export function urgedRepeatedly(ordinal: number): string {
  return `同一期限已催办${ordinal}次,仍未办结`;
}

/** 督办: the commander takes the task up. */
export function supervise(
  task: Urged,
  { onDuty, openedAt, ...opening }: Opening,
  { id, day, runningNumber }: Numbered,
): Decision<Supervision, Announcement> {
  const number = supervisionNumber(day, runningNumber);
  const { urgingNoticeId } = opening;
  const { id: taskId, domain, taskForceCode: taskForce } = task;
  const commander = onDuty?.sub ?? null;
  const unseen = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedByName: null };
  const standing = { liftedAt: null, liftedBy: null, liftedByName: null, conclusion: null };
  const told = { supervisionId: id, number, taskId, domain, taskForce, urgingNoticeId, commander };
  const commanderName = onDuty?.name ?? OFFICE;
  return {
    state: {
      id,
      version: 0,
      number,
      ...addressed(task),
      ...opening,
      commander,
      commanderName,
      openedAt,
      ...unseen,
      ...standing,
    },
    events: [supervisionOpened({ ...told, openedAt: openedAt.toISOString() })],
  };
}
