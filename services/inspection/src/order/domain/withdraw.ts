import type { Announcement } from '@qifutong/contracts/define-event';
import { orderWithdrawn } from '@qifutong/contracts/inspection/order-withdrawn';
import { orderReopened } from '@qifutong/contracts/inspection/order-reopened';
import type { Decision } from '@qifutong/kernel/decision';
import { about, left, type RectificationOrder } from './rectification-order.ts';

/** Lets the order of an inspection stand again that was voided and counts after all. */
export function reinstate(order: RectificationOrder, now: Date): Decision<RectificationOrder, Announcement> {
  if (order.status !== 'WITHDRAWN') return { state: order, events: [] };
  const findings = order.findings.map(({ rule }) => ({ rule, metBy: null, metAt: null }));
  const status = order.overdueAt === null ? 'OPEN' : 'OVERDUE';
  const state: RectificationOrder = { ...order, findings, status, withdrawnAt: null };
  return { state, events: [orderReopened({ ...about(state), ...left(state), reopenedAt: now.toISOString() })] };
}

/** Withdraws the order of a voided inspection, once. */
export function withdraw(order: RectificationOrder, now: Date): Decision<RectificationOrder, Announcement> {
  if (order.status === 'WITHDRAWN') return { state: order, events: [] };
  const state: RectificationOrder = { ...order, status: 'WITHDRAWN', fulfilledAt: null, withdrawnAt: now };
  return { state, events: [orderWithdrawn({ ...about(order), withdrawnAt: now.toISOString() })] };
}
