import type { Announcement } from '@qifutong/contracts/define-event';
import { orderFulfilled } from '@qifutong/contracts/inspection/order-fulfilled';
import { orderReopened } from '@qifutong/contracts/inspection/order-reopened';
import type { Decision } from '@qifutong/kernel/decision';
import { mended, unmended, type Check } from './check.ts';
import { about, left, type Finding, type RectificationOrder } from './rectification-order.ts';

/** When the last finding was met; null while one is open. */
function fulfilledAt(findings: readonly Finding[]): Date | null {
  const times = findings.map(({ metAt }) => metAt?.getTime() ?? Infinity);
  const last = Math.max(...times);
  return last === Infinity ? null : new Date(last);
}

/** True when it was mended, but not by its date; at the very instant is in time. */
export function isLate({ fulfilledAt: at, dueAt }: Pick<RectificationOrder, 'fulfilledAt' | 'dueAt'>): boolean {
  return at !== null && at > dueAt;
}

function announced(before: RectificationOrder, after: RectificationOrder, now: Date): Announcement[] {
  if (before.status === 'FULFILLED' && after.fulfilledAt === null)
    return [orderReopened({ ...about(after), ...left(after), reopenedAt: now.toISOString() })];
  if (before.status === 'FULFILLED' || after.fulfilledAt === null) return [];
  const told = { fulfilledAt: after.fulfilledAt.toISOString(), late: isLate(after) };
  return [orderFulfilled({ ...about(after), ...told })];
}

function settled(
  order: RectificationOrder,
  findings: readonly Finding[],
  now: Date,
): Decision<RectificationOrder, Announcement> {
  if (order.status === 'WITHDRAWN' || findings === order.findings) return { state: order, events: [] };
  const at = fulfilledAt(findings);
  const open = order.overdueAt === null ? 'OPEN' : 'OVERDUE';
  const state: RectificationOrder = { ...order, findings, fulfilledAt: at, status: at === null ? open : 'FULFILLED' };
  return { state, events: announced(order, state, now) };
}

/** What later inspections mean for an order, whenever they are delivered. */
export function mend(
  order: RectificationOrder,
  later: readonly Check[],
  now: Date,
): Decision<RectificationOrder, Announcement> {
  return settled(order, later.reduce(mended, order.findings), now);
}

/** Takes back what a voided inspection had met; `later` are those performed after it. */
export function reopen(
  order: RectificationOrder,
  voided: { readonly id: string; readonly later: readonly Check[] },
  now: Date,
): Decision<RectificationOrder, Announcement> {
  const open = unmended(order.findings, voided.id);
  return settled(order, open === order.findings ? open : voided.later.reduce(mended, open), now);
}
