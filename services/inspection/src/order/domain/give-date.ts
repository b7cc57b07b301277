import type { Announcement } from '@qifutong/contracts/define-event';
import { orderDated } from '@qifutong/contracts/inspection/order-dated';
import { endOfCountyDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type RectificationOrder } from './rectification-order.ts';
import { reject } from './rejections.ts';

/** Gives an open order a date of its own, before the one that it has is passed. */
export function giveDate(
  order: RectificationOrder,
  { dueOn, timeZone }: { readonly dueOn: string; readonly timeZone: string },
  now: Date,
): Decision<RectificationOrder, Announcement> {
  const dueAt = endOfCountyDay(dueOn, timeZone);
  if (order.status !== 'OPEN' || now > order.dueAt)
    throw reject('ORDER_NOT_OPEN', { field: 'id', number: order.number });
  if (dueAt < now) throw reject('ORDER_DATE_PASSED', { field: 'dueOn' });
  if (dueAt.getTime() === order.dueAt.getTime()) return { state: order, events: [] };
  const told = { dueAt: dueAt.toISOString(), changedAt: now.toISOString() };
  return { state: { ...order, dueAt }, events: [orderDated({ ...about(order), ...told })] };
}
