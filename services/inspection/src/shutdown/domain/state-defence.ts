import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownDefended } from '@qifutong/contracts/inspection/shutdown-defended';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import { about, type ShutdownOrder } from './shutdown-order.ts';

interface Defence {
  /** null: the firm waives it */
  readonly text: string | null;
  readonly by: string;
  readonly byFirm: boolean;
}

/** 陈述申辩: what the firm says against a draft, or that it says nothing. A waiver can still become a statement; only the firm itself waives within its time. */
export function stateDefence(
  order: ShutdownOrder,
  { text, by, byFirm }: Defence,
  now: Date,
): Decision<ShutdownOrder, Announcement> {
  const { number, status, defence, defenceWaived, defenceDueAt } = order;
  if (status !== 'DRAFTED') throw reject('SHUTDOWN_NOT_DRAFTED', { field: 'id', number });
  if (defence !== null || (defenceWaived && text === null))
    throw reject('SHUTDOWN_DEFENCE_STATED', { field: 'id', number });
  const waived = text === null;
  if (waived && !byFirm && now <= defenceDueAt)
    throw reject('SHUTDOWN_WAIVER_NOT_BY_FIRM', { field: 'waived', number });
  const state = { ...order, defence: text, defenceWaived: waived, defenceAt: now, defenceBy: by };
  return { state, events: [shutdownDefended({ ...about(state), waived, defendedAt: now.toISOString() })] };
}
