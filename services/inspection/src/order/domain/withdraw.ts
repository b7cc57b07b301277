import type { Announcement } from '@qifutong/contracts/define-event';
import { orderWithdrawn } from '@qifutong/contracts/inspection/order-withdrawn';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type RectificationOrder } from './rectification-order.ts';

/** Withdraws the order of a voided inspection, once. */
export function withdraw(order: RectificationOrder, now: Date): Decision<RectificationOrder, Announcement> {
  if (order.status === 'WITHDRAWN') return { state: order, events: [] };
  const state: RectificationOrder = { ...order, status: 'WITHDRAWN', fulfilledAt: null, withdrawnAt: now };
  return { state, events: [orderWithdrawn({ ...about(order), withdrawnAt: now.toISOString() })] };
}
