/** The roles of domain.md section 7. */
export const roles = [
  'OPERATOR',
  'ANALYST',
  'TASKFORCE_LEAD',
  'TASKFORCE_MEMBER',
  'INSPECTOR',
  'COMMANDER',
  'FIRM',
  'DEPARTMENT',
  'AUDITOR',
  'ADMIN',
] as const;
export type Role = (typeof roles)[number];

/** Who asks, as the access token says. */
export interface Viewer {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** code of the task force, for its lead and members */
  readonly taskForce: string | null;
  /** credit code, for FIRM */
  readonly firm: string | null;
  readonly town: string | null;
}

export function isRole(text: unknown): text is Role {
  return (roles as readonly unknown[]).includes(text);
}

export function hasRole(viewer: Viewer, ...wanted: readonly Role[]): boolean {
  return wanted.some((role) => viewer.roles.includes(role));
}
