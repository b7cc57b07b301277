import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownDrafted } from '@qifutong/contracts/inspection/shutdown-drafted';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type ShutdownOrder } from './shutdown-order.ts';

type Drafted = Pick<ShutdownOrder, 'id' | 'number' | 'creditCode' | 'townCode' | 'inspectionId' | 'causedAt'>;

const HOUR_MS = 3_600_000;

/** Until when a firm may state its defence against what is drafted now. */
export function defenceDue(now: Date, withinHours: number): Date {
  return new Date(now.getTime() + withinHours * HOUR_MS);
}

/** Drafts what a commander may sign. */
export function draft(drafted: Drafted, withinHours: number, now: Date): Decision<ShutdownOrder, Announcement> {
  const { id, number, creditCode, townCode, inspectionId, causedAt } = drafted;
  const state: ShutdownOrder = {
    ...{ id, version: 0, number, creditCode, townCode, inspectionId, causedAt },
    issuedAt: now,
    status: 'DRAFTED',
    defenceDueAt: defenceDue(now, withinHours),
    ...{ defence: null, defenceWaived: false, defenceAt: null, defenceBy: null },
    ...{ hearing: null, hearingAt: null, hearingBy: null },
    ...{ legalBasis: null, signedAt: null, signedBy: null, signedByName: null },
    ...{ refusedAt: null, refusedBy: null, refusedByName: null, refusalReason: null },
    ...{ acceptanceId: null, liftedAt: null, withdrawnAt: null },
  };
  const told = { draftedAt: now.toISOString(), defenceDueAt: state.defenceDueAt.toISOString() };
  return { state, events: [shutdownDrafted({ ...about(state), ...told })] };
}
