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

type Stated = Partial<ShutdownOrder>;

/** The firm speaks as often as it likes; a waiver can still become a statement. */
function ownWords({ number, defence, defenceWaived }: ShutdownOrder, { text, by }: Defence, now: Date): Stated {
  const waived = text === null;
  if (waived && (defence !== null || defenceWaived)) throw reject('SHUTDOWN_DEFENCE_STATED', { field: 'id', number });
  const words = waived || defence === null ? text : `${defence}\n${text}`;
  return { defence: words, defenceWaived: waived, defenceAt: now, defenceBy: by };
}

/** Once, and not after the firm spoke for itself; within its time nobody else says that it has nothing to say. */
function takenDown(order: ShutdownOrder, { text, by }: Defence, now: Date): Stated {
  const { number, defence, defenceWaived, defenceDueAt, hearing, hearingAt } = order;
  const isStated = defence !== null || hearing !== null;
  if (isStated || (text === null && (defenceWaived || hearingAt !== null)))
    throw reject('SHUTDOWN_DEFENCE_STATED', { field: 'id', number });
  if (text === null && now <= defenceDueAt) throw reject('SHUTDOWN_WAIVER_NOT_BY_FIRM', { field: 'waived', number });
  return { hearing: text, hearingAt: now, hearingBy: by };
}

/** 陈述申辩: what the firm says against a draft, or that it says nothing; apart from that, what somebody else took down of it. */
export function stateDefence(order: ShutdownOrder, told: Defence, now: Date): Decision<ShutdownOrder, Announcement> {
  const { number, status } = order;
  if (status !== 'DRAFTED') throw reject('SHUTDOWN_NOT_DRAFTED', { field: 'id', number });
  const { text, byFirm } = told;
  const state: ShutdownOrder = { ...order, ...(byFirm ? ownWords : takenDown)(order, told, now) };
  const data = { waived: text === null, byFirm, defendedAt: now.toISOString() };
  return { state, events: [shutdownDefended({ ...about(state), ...data })] };
}
