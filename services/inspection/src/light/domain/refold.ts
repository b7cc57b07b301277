import type { Announcement } from '@qifutong/contracts/define-event';
import { lightChanged } from '@qifutong/contracts/inspection/light-changed';
import type { Decision } from '@qifutong/kernel/decision';
import { unlit, type FirmLight } from './firm-light.ts';
import type { Light } from './light.ts';

interface Refolded {
  /** null when nothing counts any more */
  readonly light: Light | null;
  readonly townCode: string | null;
}

function isSame(before: FirmLight, { colour, run, since, causedBy }: Light): boolean {
  const sameColour = before.colour === colour && before.since?.getTime() === since.getTime();
  return sameColour && before.run === run && before.causedBy === causedBy;
}

/** Puts the light that follows from the whole history in the place of the one before; announced when it is another. */
export function refold(before: FirmLight, { light, townCode }: Refolded, now: Date): Decision<FirmLight, Announcement> {
  const { creditCode, version } = before;
  if (light === null) return { state: unlit(creditCode, version), events: [] };
  const state = { creditCode, version, ...light };
  if (isSame(before, light)) return { state, events: [] };
  const changed = lightChanged({
    firmCreditCode: creditCode,
    townCode,
    colour: light.colour,
    previous: before.colour,
    run: light.run,
    since: light.since.toISOString(),
    inspectionId: light.causedBy,
    changedAt: now.toISOString(),
  });
  return { state, events: [changed] };
}
