import type { Announcement } from '@qifutong/contracts/define-event';
import { dailyClosureFrozen } from '@qifutong/contracts/intake/daily-closure-frozen';
import type { Decision } from '@qifutong/kernel/decision';
import type { AccountLine } from './account.ts';
import type { DailyClosure } from './daily-closure.ts';

interface Ended {
  readonly day: string;
  readonly endedAt: Date;
  /** the account's line over all */
  readonly overall: AccountLine;
}

/** A day whose account holds is frozen. */
export function freeze({ day, endedAt, overall }: Ended, now: Date): Decision<DailyClosure, Announcement> {
  const unsigned = { signedAt: null, signedBy: null, signedByName: null, remark: null };
  const { carriedIn, registered, readmitted, writtenOff, merged, rejected, carriedOver, reopened, reports } = overall;
  const frozen = dailyClosureFrozen({
    day,
    carriedIn,
    registered,
    readmitted,
    writtenOff,
    merged,
    rejected,
    carriedOver,
    reopened,
    reports,
    frozenAt: now.toISOString(),
  });
  return { state: { day, version: 0, endedAt, frozenAt: now, ...unsigned }, events: [frozen] };
}
