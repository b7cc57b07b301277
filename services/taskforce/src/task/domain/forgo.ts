import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { latest } from '../../clock/domain/clock.ts';
import { end, revokeEnd } from '../../clock/domain/clock-moves.ts';
import type { CountyTime } from '../../clock/domain/time-limit.ts';
import { breach } from './breach.ts';
import { lookBack } from './look-back.ts';
import { runOn } from './run-on.ts';
import { cached, type Task } from './task.ts';

const nothingTold = { proposedAt: null, guidanceId: null, guidanceVersion: null, batchId: null };

/** What settled it while nobody had it. */
export interface Settled {
  readonly guidanceId: string;
  readonly guidanceVersion: number;
  /** null where the guidance of the common issue itself was published */
  readonly batchId: string | null;
}

export interface Forgoing {
  /** when its issue went another way, which may be heard later */
  readonly at: Date;
  /** null: by nothing, it went where it needs no solution */
  readonly settled: Settled | null;
  /** the common issue that took it in: the firm's clock runs on */
  readonly commonIssueId?: string | null;
}

/** The issue of a returned task went another way before the centre dispatched it anew: there is nothing to dispatch. What the firm was promised until then, and missed, stays. */
export function forgo(
  task: Task,
  { at, settled, commonIssueId = null }: Forgoing,
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  const { state, events } = lookBack(task, at, now, time);
  const met = (kind: string) => settled !== null && kind === 'FIRM';
  const clocks = state.clocks.map((clock) => end(clock, met(clock.kind) ? 'MET' : 'CANCELLED', at, time));
  if (commonIssueId !== null)
    return {
      state: cached({ ...state, commonIssueId, awaitsRedispatch: false, clocks: runOn(state, at, time) }),
      events,
    };
  const told = settled && { ...settled, proposedAt: at };
  return { state: cached({ ...state, ...told, awaitsRedispatch: false, clocks }), events };
}

/** The batch was reverted: the centre has the task to dispatch anew again, and the firm's clock runs on as if it had never stopped. */
export function takeUpAgain(
  task: Task,
  { at }: { readonly at: Date },
  now: Date,
  time: CountyTime,
): Decision<Task, Announcement> {
  const clocks = task.clocks.map((clock) => (clock.kind === 'FIRM' ? revokeEnd(clock, at, time) : clock));
  return breach(cached({ ...task, ...nothingTold, awaitsRedispatch: true, clocks }), latest(now, at), time);
}
