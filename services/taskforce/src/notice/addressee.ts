import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import type { Addressee } from './domain/addressee.ts';

/** Who asks, as one to whom a document may be addressed. */
export function addresseeOf(viewer: Viewer): Addressee {
  const { sub, name, taskForce } = viewer;
  return { sub, name, taskForce, commands: hasRole(viewer, 'COMMANDER') };
}
