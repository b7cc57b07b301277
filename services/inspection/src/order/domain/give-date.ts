import type { Announcement } from '@qifutong/contracts/define-event';
import { orderDated } from '@qifutong/contracts/inspection/order-dated';
import { addDays, countyDay, endOfCountyDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type RectificationOrder } from './rectification-order.ts';
import { reject } from './rejections.ts';

interface Given {
  readonly dueOn: string;
  readonly timeZone: string;
  /** whole county days after that of the issue */
  readonly atMostDays: number;
}

/** Gives an open order a date of its own, before the one that it has is passed; however often, it is none without end. */
export function giveDate(
  order: RectificationOrder,
  { dueOn, timeZone, atMostDays }: Given,
  now: Date,
): Decision<RectificationOrder, Announcement> {
  const dueAt = endOfCountyDay(dueOn, timeZone);
  if (order.status !== 'OPEN' || now > order.dueAt)
    throw reject('ORDER_NOT_OPEN', { field: 'id', number: order.number });
  if (dueAt < now) throw reject('ORDER_DATE_PASSED', { field: 'dueOn' });
  const latest = addDays(countyDay(order.issuedAt, timeZone), atMostDays);
  if (dueOn > latest) throw reject('ORDER_DATE_TOO_LATE', { field: 'dueOn', latest });
  if (dueAt.getTime() === order.dueAt.getTime()) return { state: order, events: [] };
  const told = { dueAt: dueAt.toISOString(), changedAt: now.toISOString() };
  return { state: { ...order, dueAt }, events: [orderDated({ ...about(order), ...told })] };
}
