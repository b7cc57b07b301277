import { confines } from '@qifutong/persistence/confine';
import { confinedToTown, seesWholeCounty } from '@qifutong/platform/scope';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';

/** To whose documents a viewer is confined; null: not in that respect. */
export interface NoticeScope {
  readonly taskForceCode: string | null;
  readonly townCode: string | null;
}

/** A task force sees its own documents only, a department those of its town. */
export function noticeScopeOf(viewer: Viewer): NoticeScope {
  if (seesWholeCounty(viewer)) return { taskForceCode: null, townCode: null };
  if (hasRole(viewer, 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER'))
    return { taskForceCode: viewer.taskForce ?? '', townCode: null };
  return { taskForceCode: null, townCode: confinedToTown(viewer) };
}

/** The document, or null when this viewer may not see it. */
export function ifVisible<D extends { [name in keyof NoticeScope]: string | null }>(
  viewer: Viewer,
  document: D | null,
): D | null {
  return confines(noticeScopeOf(viewer)).every(([column, value]) => document?.[column] === value) ? document : null;
}
