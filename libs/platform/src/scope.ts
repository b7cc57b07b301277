import { hasRole, roles, type Role, type Viewer } from './viewer.ts';

/** Roles that see the whole county's cases. No other role lifts what FIRM or DEPARTMENT confines, whatever else it allows. */
const WHOLE_COUNTY: readonly Role[] = ['OPERATOR', 'ANALYST', 'COMMANDER', 'AUDITOR'];
const STAFF: readonly Role[] = roles.filter((role) => role !== 'FIRM');

/** True for roles that see the cases of the whole county. */
export function seesWholeCounty(viewer: Viewer): boolean {
  return hasRole(viewer, ...WHOLE_COUNTY);
}

/** The firm to which a viewer is confined, or null. Somebody without a role is confined to a firm that there is not. */
export function confinedToFirm(viewer: Viewer): string | null {
  if (hasRole(viewer, ...WHOLE_COUNTY)) return null;
  return hasRole(viewer, 'FIRM') || !hasRole(viewer, ...STAFF) ? (viewer.firm ?? '') : null;
}

/** True when the viewer may see that firm's file. */
export function ownFirmOnly(viewer: Viewer, creditCode: string): boolean {
  const own = confinedToFirm(viewer);
  return own === null || own === creditCode;
}

/** The task force to which a viewer is confined, or null. One of a task force that the token does not name sees that of none. */
export function confinedToTaskForce(viewer: Viewer): string | null {
  const isOfOne = hasRole(viewer, 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER') && !hasRole(viewer, ...WHOLE_COUNTY);
  return isOfOne ? (viewer.taskForce ?? '') : null;
}

/** The town to which a department's account is confined, or null. */
export function confinedToTown(viewer: Viewer): string | null {
  return hasRole(viewer, 'DEPARTMENT') && !hasRole(viewer, ...WHOLE_COUNTY) ? viewer.town : null;
}

/** The town of which a viewer is told who asks for one, or for none in particular; '', a town that there is not, where it is another than that to which he is confined. */
export function townToTell(viewer: Viewer, asked: string | null | undefined): string | null {
  const own = confinedToTown(viewer);
  const town = asked || null;
  return isAnothers(own, town) ? '' : (own ?? town);
}

/** Whether somebody who reads their own alone asks for another's, of which there is nothing to be told; null: everybody's is theirs, or nothing was asked. */
export function isAnothers(own: string | null, asked: string | null | undefined): boolean {
  return own !== null && (asked ?? own) !== own;
}
