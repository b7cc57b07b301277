import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import type { Member } from './member-work.queries.ts';

/** Null for who is in no task force. */
export function memberOf(viewer: Viewer): Member | null {
  const { sub, taskForce: taskForceCode } = viewer;
  if (!hasRole(viewer, 'TASKFORCE_LEAD', 'TASKFORCE_MEMBER') || taskForceCode === null) return null;
  return { sub, taskForceCode, leads: hasRole(viewer, 'TASKFORCE_LEAD') };
}

/** Of what presses, what is not another member's; a lead is pressed by all. */
export function theirs({ sub, leads }: Member) {
  return { notOfOthersThan: leads ? null : sub };
}

/** What is that task force's, whatever else the viewer may see. */
export function ofTaskForce(taskForceCode: string) {
  return { scope: { taskForceCode, firmCreditCode: null, townCode: null } };
}
