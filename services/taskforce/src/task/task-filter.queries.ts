import type { Order } from '@qifutong/persistence/keyset';
import type { SelectQueryBuilder } from 'typeorm';
import type { TaskFilter } from '../generated/graphql.ts';
import { endedStatuses, type Task } from './domain/task.ts';

// in words, not as parameters: only so the indexes of open tasks are seen to hold them
const ended = endedStatuses.map((status) => `'${status}'`).join(', ');
export const isOpen = `task.status not in (${ended})`;

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
  dueBefore: `task.deadlineAt < :dueBefore and ${isOpen}`,
} as const;

const flags = {
  open: isOpen,
  overdue: 'task.overdue',
  nearLimit: 'task.nearLimit',
  urged: isUrged,
  awaitsRedispatch: 'task.awaitsRedispatch',
} as const;

/** Confines a query of `task` to what the filter asks for; what it leaves out or gives as null does not confine. */
export function narrow(query: SelectQueryBuilder<Task>, filter: TasksAsked): void {
  for (const [name, condition] of Object.entries(conditions)) {
    const value = filter[name as keyof typeof conditions] ?? null;
    if (value !== null) query.andWhere(condition, { [name]: value });
  }
  for (const [name, flag] of Object.entries(flags)) {
    const wanted = filter[name as keyof typeof flags] ?? null;
    if (wanted !== null) query.andWhere(wanted ? flag : `not (${flag})`);
  }
  const { status } = filter;
  if (status) query.andWhere(status.length > 0 ? 'task.status in (:...status)' : 'false', { status });
}

/** Leaves open ones only; what is near its limit is open, and has an index of its own to be read by alone. */
export function ofOpenOnes(query: SelectQueryBuilder<Task>, { nearLimit }: TasksAsked): SelectQueryBuilder<Task> {
  return nearLimit ? query : query.andWhere(isOpen);
}
