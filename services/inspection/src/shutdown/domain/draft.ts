import type { Announcement } from '@qifutong/contracts/define-event';
import { shutdownDrafted } from '@qifutong/contracts/inspection/shutdown-drafted';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type ShutdownOrder } from './shutdown-order.ts';

type Drafted = Pick<ShutdownOrder, 'id' | 'number' | 'creditCode' | 'townCode' | 'inspectionId' | 'causedAt'>;

/** Drafts what a commander may sign. */
export function draft(drafted: Drafted, now: Date): Decision<ShutdownOrder, Announcement> {
  const { id, number, creditCode, townCode, inspectionId, causedAt } = drafted;
  const state: ShutdownOrder = {
    ...{ id, version: 0, number, creditCode, townCode, inspectionId, causedAt },
    issuedAt: now,
    status: 'DRAFTED',
    ...{ defence: null, defenceWaived: false, defenceAt: null, defenceBy: null },
    ...{ legalBasis: null, signedAt: null, signedBy: null, signedByName: null },
    ...{ refusedAt: null, refusedBy: null, refusalReason: null },
    ...{ acceptanceId: null, liftedAt: null, withdrawnAt: null },
  };
  return { state, events: [shutdownDrafted({ ...about(state), draftedAt: now.toISOString() })] };
}
