import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import type { Party } from './domain/party.ts';

/** Whoever asks, as one who moves a task about: of the centre, or of a task force. */
export function partyOf(viewer: Viewer): Party {
  return { sub: viewer.sub, taskForce: viewer.taskForce, ofCentre: hasRole(viewer, 'ANALYST', 'COMMANDER') };
}
