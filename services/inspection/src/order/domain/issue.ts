import type { Announcement } from '@qifutong/contracts/define-event';
import { orderIssued } from '@qifutong/contracts/inspection/order-issued';
import { addDays, countyDay, endOfCountyDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { findingsOf, type Check } from './check.ts';
import { about, left, type RectificationOrder } from './rectification-order.ts';

interface Naming {
  readonly id: string;
  readonly number: string;
  readonly dueAt: Date;
}

/** Before the inspections of the days after begin: counted from the issue, for nobody mends what he was not told. */
export function dueOf(issuedAt: Date, withinDays: number, timeZone: string): Date {
  return endOfCountyDay(addDays(countyDay(issuedAt, timeZone), withinDays), timeZone);
}

/** Issues the order of a failed inspection. */
export function issue(check: Check, naming: Naming, now: Date): Decision<RectificationOrder, Announcement> {
  const { id: inspectionId, creditCode, townCode, performedAt } = check;
  const order: RectificationOrder = {
    ...naming,
    version: 0,
    creditCode,
    townCode,
    inspectionId,
    performedAt,
    issuedAt: now,
    findings: findingsOf(check),
    status: 'OPEN',
    fulfilledAt: null,
    overdueAt: null,
    withdrawnAt: null,
  };
  const told = { dueAt: naming.dueAt.toISOString(), issuedAt: now.toISOString() };
  return { state: order, events: [orderIssued({ ...about(order), ...left(order), ...told })] };
}
