import type { Order } from '@qifutong/persistence/keyset';
import type { SelectQueryBuilder } from 'typeorm';
import type { TaskFilter, TaskOrder } from '../generated/graphql.ts';
import { endedStatuses, openStatuses, taskStatuses, type Task, type TaskStatus } from './domain/task.ts';

// in words, not as parameters: only so the indexes of open tasks are seen to hold them
const inWords = (statuses: readonly TaskStatus[]) => statuses.map((status) => `'${status}'`).join(', ');
export const isOpen = `task.status not in (${inWords(endedStatuses)})`;

/** Of what is open, on the board and on the map alike. */
export const isUrged = 'task.urged';

export const byDeadline: Order<Task> = { by: ['deadlineAt', 'id'], direction: 'ASC' };

/** What tasks are asked for; who accepted them is not everybody's to ask. */
export type TasksAsked = TaskFilter & { readonly acceptedBy?: string; readonly notOfOthersThan?: string | null };

/** What a part of the filter asks for, and its value. */
const conditions = {
  taskForce: 'task.taskForceCode = :taskForce',
  urgency: 'task.urgency = :urgency',
  domain: 'task.domain = :domain',
  town: 'task.townCode = :town',
  acceptedBy: 'task.acceptedBy = :acceptedBy',
  notOfOthersThan: '(task.acceptedBy is null or task.acceptedBy = :notOfOthersThan)',
  dueBefore: 'task.deadlineAt < :dueBefore',
} as const;

const flags = {
  overdue: 'task.overdue',
  nearLimit: 'task.nearLimit',
  urged: isUrged,
  awaitsRedispatch: 'task.awaitsRedispatch',
} as const;

/** The states that are left by what is asked for; by deadline there are open ones only, and what is near its limit is open. */
function statusesLeft({ status, open, nearLimit, dueBefore }: TasksAsked, order: TaskOrder): readonly TaskStatus[] {
  const inHand = open === true || nearLimit === true || (dueBefore ?? null) !== null || order === 'DEADLINE';
  const asked = [status ?? taskStatuses, ...(inHand ? [openStatuses] : []), ...(open === false ? [endedStatuses] : [])];
  return taskStatuses.filter((one) => asked.every((statuses: readonly TaskStatus[]) => statuses.includes(one)));
}

/** Confines a query of `task` to what the filter asks for; what it leaves out or gives as null does not confine. */
export function narrow(query: SelectQueryBuilder<Task>, filter: TasksAsked, order: TaskOrder): void {
  for (const [name, condition] of Object.entries(conditions)) {
    const value = filter[name as keyof typeof conditions] ?? null;
    if (value !== null) query.andWhere(condition, { [name]: value });
  }
  for (const [name, flag] of Object.entries(flags)) {
    const wanted = filter[name as keyof typeof flags] ?? null;
    if (wanted !== null) query.andWhere(wanted ? flag : `not (${flag})`);
  }
  const left = statusesLeft(filter, order);
  // by what they are, not by what they are not: only so an index tells it without the row; once, or the plan reckons with
  // fewer than there are; and not of what is near its limit, which has an index of its own to be read by alone
  const all = filter.nearLimit ? openStatuses : taskStatuses;
  if (left.length < all.length) query.andWhere(left.length > 0 ? `task.status in (${inWords(left)})` : 'false');
}
