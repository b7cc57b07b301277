import type { Announcement } from '@qifutong/contracts/define-event';
import { acceptanceWithdrawn } from '@qifutong/contracts/inspection/acceptance-withdrawn';
import type { Decision } from '@qifutong/kernel/decision';
import { about, type Acceptance } from './acceptance.ts';

/** True when there is nothing to lift any more. */
export function isGroundless({ kind, shutdownId }: Acceptance, shutdownInForce: string | null): boolean {
  return kind === 'RESUMPTION' && shutdownId !== shutdownInForce;
}

/** An application to lift what is not in force any more. */
export function withdraw(acceptance: Acceptance, now: Date): Decision<Acceptance, Announcement> {
  const state: Acceptance = { ...acceptance, status: 'WITHDRAWN', withdrawnAt: now };
  return { state, events: [acceptanceWithdrawn({ ...about(state), withdrawnAt: now.toISOString() })] };
}
