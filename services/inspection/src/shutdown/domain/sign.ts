import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownSigned } from '@qifutong/contracts/inspection/shutdown-signed';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { about, type ShutdownOrder } from './shutdown-order.ts';

interface Signature {
  readonly legalBasis: string;
  readonly by: string;
  readonly name: string;
}

/** Puts a draft in force, once the firm itself stated its defence or its time for that has passed. */
export function sign(order: ShutdownOrder, signature: Signature, now: Date): Decision<ShutdownOrder, Announcement> {
  const { number, status, defenceAt, defenceDueAt } = order;
  if (status !== 'DRAFTED') throw reject('SHUTDOWN_NOT_DRAFTED', { field: 'id', number });
  if (defenceAt === null && now <= defenceDueAt) throw reject('SHUTDOWN_DEFENCE_NOT_HEARD', { field: 'id', number });
  const { legalBasis, by, name } = signature;
  const signed = { legalBasis, signedAt: now, signedBy: by, signedByName: name };
  const state: ShutdownOrder = { ...order, ...signed, status: 'IN_FORCE' };
  return { state, events: [shutdownSigned({ ...about(state), signedBy: by, signedAt: now.toISOString() })] };
}
