import type { TaskForceFact } from './domain/task-force.ts';

/** What happened, as the graph shows it. */
export function historyView({ sub, name, ...fact }: TaskForceFact) {
  return { ...fact, person: sub === null || name === null ? null : { sub, name } };
}

/** The common issue that a task force was founded for, or null. */
export function commonIssueView(id: string | null) {
  return id === null ? null : { __typename: 'CommonIssue', id };
}
