import type { Announcement } from '@qifutong/contracts/define-event';
import { orderFulfilled } from '@qifutong/contracts/inspection/order-fulfilled';
import { orderReopened } from '@qifutong/contracts/inspection/order-reopened';
import type { Decision } from '@qifutong/kernel/decision';
import { areMet, mended, unmended, type Check } from './check.ts';
import { about, left, type Finding, type RectificationOrder } from './rectification-order.ts';

/** When all were met: in the inspection in which the last of them was; null while one is open. */
function fulfilledAt(findings: readonly Finding[]): Date | null {
  if (!areMet(findings)) return null;
  return new Date(Math.max(...findings.map(({ metAt }) => metAt?.getTime() ?? 0)));
}

function isSame(findings: readonly Finding[], others: readonly Finding[]): boolean {
  return findings.every(({ metBy }, i) => metBy === others[i]!.metBy);
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
  if (order.status === 'WITHDRAWN' || isSame(findings, order.findings)) return { state: order, events: [] };
  const at = fulfilledAt(findings);
  const open = order.overdueAt === null ? 'OPEN' : 'OVERDUE';
  const state: RectificationOrder = { ...order, findings, fulfilledAt: at, status: at === null ? open : 'FULFILLED' };
  return { state, events: announced(order, state, now) };
}

/** What inspections mean for an order that were performed after all that it was compared with, oldest first. */
export function mend(
  order: RectificationOrder,
  later: readonly Check[],
  now: Date,
): Decision<RectificationOrder, Announcement> {
  return settled(order, mended(order.findings, later), now);
}

/** The same from its beginning, for one came in between or goes: `later` are all that are valid after its own inspection, oldest first. */
export function mendAnew(
  order: RectificationOrder,
  later: readonly Check[],
  now: Date,
): Decision<RectificationOrder, Announcement> {
  return settled(order, mended(unmended(order.findings), later), now);
}
