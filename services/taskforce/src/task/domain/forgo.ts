import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import type { Task } from './task.ts';

const nothingTold = { proposedAt: null, guidanceId: null, guidanceVersion: null, batchId: null };

/** What a batch settled while nobody had it. */
export interface Settled {
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  readonly batchId: string;
  readonly at: Date;
}

/** The issue of a returned task went another way before the centre dispatched it anew: there is nothing to dispatch. */
export function forgo(task: Task, settled: Settled | null): Decision<Task, Announcement> {
  if (settled === null) return { state: { ...task, awaitsRedispatch: false }, events: [] };
  const { at: proposedAt, ...guidance } = settled;
  return { state: { ...task, ...guidance, proposedAt, awaitsRedispatch: false }, events: [] };
}

/** The batch was reverted: the centre has the task to dispatch anew again. */
export function takeUpAgain(task: Task): Decision<Task, Announcement> {
  return { state: { ...task, ...nothingTold, awaitsRedispatch: true }, events: [] };
}
