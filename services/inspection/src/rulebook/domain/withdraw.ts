import type { Announcement } from '@qifutong/contracts/define-event';
import { rulebookWithdrawn } from '@qifutong/contracts/inspection/rulebook-withdrawn';
import { countyDay } from '@qifutong/kernel/county-time';
import type { Decision } from '@qifutong/kernel/decision';
import { reject } from './rejections.ts';
import type { Rulebook } from './rulebook.ts';

interface Surroundings {
  readonly by: string;
  /** of the county */
  readonly timeZone: string;
}

/** Takes a version back until the very instant at which its first day begins: nothing was judged by it yet. */
export function withdraw(
  rulebook: Rulebook,
  { by, timeZone }: Surroundings,
  now: Date,
): Decision<Rulebook, Announcement> {
  const { version, inForceFrom, withdrawnAt } = rulebook;
  const field = 'version';
  if (withdrawnAt !== null) throw reject('RULEBOOK_WITHDRAWN', { field, version });
  if (inForceFrom <= countyDay(now, timeZone))
    throw reject('RULEBOOK_IN_FORCE', { field, version, since: inForceFrom });
  const told = { rulebookVersion: version, inForceFrom, withdrawnBy: by, withdrawnAt: now.toISOString() };
  return { state: { ...rulebook, withdrawnAt: now }, events: [rulebookWithdrawn(told)] };
}
