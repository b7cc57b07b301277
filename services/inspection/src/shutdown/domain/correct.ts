import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownCorrected } from '@qifutong/contracts/inspection/shutdown-corrected';
import { shutdownLifted } from '@qifutong/contracts/inspection/shutdown-lifted';
import type { Decision } from '@qifutong/kernel/decision';
import { defenceDue } from './draft.ts';
import { about, type ShutdownOrder } from './shutdown-order.ts';

interface Lifting {
  readonly acceptanceId: string;
  readonly at: Date;
}

type Standing = 'DRAFTED' | 'IN_FORCE' | 'REFUSED';

function standing({ signedAt, refusedAt }: ShutdownOrder): Standing {
  if (signedAt !== null) return 'IN_FORCE';
  return refusedAt === null ? 'DRAFTED' : 'REFUSED';
}

/**
 * What a shutdown order is when it follows from the history: lifted by an acceptance or not. One that was withdrawn stands again, for a signature
 * holds for the inspection that it was put under, and that counts again; against a draft that stands again the firm has its whole time.
 */
export function correct(
  order: ShutdownOrder,
  { lifted, withinHours }: { readonly lifted: Lifting | null; readonly withinHours: number },
  now: Date,
): Decision<ShutdownOrder, Announcement> {
  const before = standing(order);
  const isLifted = lifted !== null && before === 'IN_FORCE';
  const status = isLifted ? 'LIFTED' : before;
  const acceptanceId = isLifted ? lifted.acceptanceId : null;
  if (status === order.status && acceptanceId === order.acceptanceId) return { state: order, events: [] };
  const liftedAt = isLifted ? lifted.at : null;
  const defenceDueAt = status === 'DRAFTED' ? defenceDue(now, withinHours) : order.defenceDueAt;
  const state: ShutdownOrder = { ...order, status, acceptanceId, liftedAt, defenceDueAt, withdrawnAt: null };
  if (liftedAt !== null && acceptanceId !== null)
    return { state, events: [shutdownLifted({ ...about(state), acceptanceId, liftedAt: liftedAt.toISOString() })] };
  const told = { shutdownStatus: before, correctedAt: now.toISOString() };
  return { state, events: [shutdownCorrected({ ...about(state), ...told })] };
}
