import { hasRole, type Role, type Viewer } from './viewer.ts';

const EVERY_FIRM: readonly Role[] = [
  'OPERATOR',
  'ANALYST',
  'TASKFORCE_LEAD',
  'TASKFORCE_MEMBER',
  'INSPECTOR',
  'COMMANDER',
  'DEPARTMENT',
  'AUDITOR',
  'ADMIN',
];

/** The firm to which a viewer is confined, or null: somebody who is nothing but a firm sees its own file only. */
export function confinedToFirm(viewer: Viewer): string | null {
  return hasRole(viewer, ...EVERY_FIRM) ? null : (viewer.firm ?? '');
}

/** True when the viewer may see that firm's file. */
export function ownFirmOnly(viewer: Viewer, creditCode: string): boolean {
  const own = confinedToFirm(viewer);
  return own === null || own === creditCode;
}

/** The town to which a department's account is confined, or null. */
export function confinedToTown(viewer: Viewer): string | null {
  const elsewhere = EVERY_FIRM.filter((role) => role !== 'DEPARTMENT');
  return hasRole(viewer, 'DEPARTMENT') && !hasRole(viewer, ...elsewhere) ? viewer.town : null;
}
