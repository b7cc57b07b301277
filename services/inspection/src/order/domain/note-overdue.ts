import type { Announcement } from '@qifutong/contracts/define-event';
import { orderOverdue } from '@qifutong/contracts/inspection/order-overdue';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type RectificationOrder } from './rectification-order.ts';

/** A date that has passed is noted once; at the very instant it can still be kept. */
export function noteOverdue(order: RectificationOrder, now: Date): Decision<RectificationOrder, Announcement> {
  if (order.status !== 'OPEN' || now <= order.dueAt) return { state: order, events: [] };
  const told = { dueAt: order.dueAt.toISOString(), noticedAt: now.toISOString() };
  return {
    state: { ...order, status: 'OVERDUE', overdueAt: now },
    events: [orderOverdue({ ...about(order), ...told })],
  };
}
