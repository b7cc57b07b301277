import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownWithdrawn } from '@qifutong/contracts/inspection/shutdown-withdrawn';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type ShutdownOrder } from './shutdown-order.ts';

/** Takes back what does not follow any more, once; also one that was signed. */
export function withdraw(order: ShutdownOrder, now: Date): Decision<ShutdownOrder, Announcement> {
  if (order.status === 'WITHDRAWN') return { state: order, events: [] };
  const wasInForce = order.status === 'IN_FORCE';
  const state: ShutdownOrder = { ...order, status: 'WITHDRAWN', acceptanceId: null, liftedAt: null, withdrawnAt: now };
  return { state, events: [shutdownWithdrawn({ ...about(state), wasInForce, withdrawnAt: now.toISOString() })] };
}
