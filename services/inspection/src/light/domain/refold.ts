import type { Announcement } from '@qifutong/contracts/define-event';
import { lightChanged } from '@qifutong/contracts/inspection/light-changed';
import { lightCorrected } from '@qifutong/contracts/inspection/light-corrected';
import type { Decision } from '@qifutong/kernel/decision';
import { unlit, type FirmLight } from './firm-light.ts';
import type { Light } from './light.ts';
import type { Correction } from './resume.ts';

interface Refolded {
  /** null when nothing counts any more */
  readonly light: Light | null;
  readonly corrections: readonly Correction[];
}

function isSame(before: FirmLight, { colour, run, since, causedBy }: FirmLight): boolean {
  const sameColour = before.colour === colour && before.since?.getTime() === since?.getTime();
  return sameColour && before.run === run && before.causedBy === causedBy;
}

/**
 * Puts the light that follows from the whole history in the place of the one before; announced when it is another. Days that had been
 * told otherwise are corrected first.
 */
export function refold(before: FirmLight, refolded: Refolded, now: Date): Decision<FirmLight, Announcement> {
  const { light, corrections } = refolded;
  const { creditCode, townCode, version } = before;
  const changedAt = before.colour === (light?.colour ?? null) ? before.changedAt : now;
  const state: FirmLight = { ...unlit({ creditCode, townCode }, version), ...light, changedAt };
  const events: Announcement[] = [];
  if (corrections.length > 0) {
    const days = [...corrections];
    events.push(lightCorrected({ firmCreditCode: creditCode, townCode, days, correctedAt: now.toISOString() }));
  }
  if (isSame(before, state)) return { state, events };
  const changed = lightChanged({
    firmCreditCode: creditCode,
    townCode,
    colour: state.colour,
    previous: before.colour,
    run: state.run,
    since: state.since?.toISOString() ?? null,
    inspectionId: state.causedBy,
    changedAt: now.toISOString(),
  });
  return { state, events: [...events, changed] };
}
