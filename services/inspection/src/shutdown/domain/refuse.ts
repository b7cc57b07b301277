import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownRefused } from '@qifutong/contracts/inspection/shutdown-refused';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { about, type ShutdownOrder } from './shutdown-order.ts';

interface Refusal {
  readonly reason: string;
  readonly by: string;
  readonly name: string;
}

/** Does not shut the firm: it stays red, with a new interview due. */
export function refuse(
  order: ShutdownOrder,
  { reason, by, name }: Refusal,
  now: Date,
): Decision<ShutdownOrder, Announcement> {
  if (order.status !== 'DRAFTED') throw reject('SHUTDOWN_NOT_DRAFTED', { field: 'id', number: order.number });
  const refused = { refusedAt: now, refusedBy: by, refusedByName: name, refusalReason: reason };
  const state: ShutdownOrder = { ...order, ...refused, status: 'REFUSED' };
  return { state, events: [shutdownRefused({ ...about(state), refusedBy: by, refusedAt: now.toISOString() })] };
}
