import type { Announcement } from '@qifutong/contracts/define-event';
import { guidanceWithdrawn } from '@qifutong/contracts/intake/guidance-withdrawn';
import type { Decision } from '@qifutong/kernel/decision';
import type { Guidance } from './guidance.ts';
import { reject } from './rejections.ts';

interface Withdrawal {
  readonly by: string;
  readonly reason: string;
  readonly title: string;
}

/** Nothing is answered or settled by it any more. */
export function withdraw(
  guidance: Guidance,
  { by, reason, title }: Withdrawal,
  now: Date,
): Decision<Guidance, Announcement> {
  if (guidance.state === 'WITHDRAWN') throw reject('GUIDANCE_WITHDRAWN', { title });
  const { id: guidanceId, currentVersion: guidanceVersion, domain } = guidance;
  return {
    state: { ...guidance, state: 'WITHDRAWN', withdrawnAt: now, withdrawnBy: by, withdrawnBecause: reason },
    events: [guidanceWithdrawn({ guidanceId, guidanceVersion, domain, withdrawnAt: now.toISOString() })],
  };
}
