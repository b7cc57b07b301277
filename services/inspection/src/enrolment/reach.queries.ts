import { seesWholeCounty } from '@qifutong/platform/scope';
import { hasRole, type Viewer } from '@qifutong/platform/viewer';
import type { EntityManager } from 'typeorm';
import { isInReach } from './domain/reach.ts';

// a plan that sends the inspector to the firm, or an inspection of it that was his
const REACH = `select e.town_code as "firmTown",
    exists (select from inspection_plan p join plan_visit v on v.plan_id = p.id and v.credit_code = e.credit_code
      where p.teams -> v.team -> 'members' ? $2 or v.former @> jsonb_build_array(jsonb_build_object('inspectors', jsonb_build_array($2::text))))
    or exists (select from inspection i where i.credit_code = e.credit_code and $2 = any (i.inspectors)) as assigned
  from enrolment e where e.credit_code = $1`;

/** True unless the viewer is an inspector of a town who acts on the firm of another one without being sent there. */
export async function reaches(manager: EntityManager, viewer: Viewer, creditCode: string): Promise<boolean> {
  const { sub, town } = viewer;
  if (town === null || seesWholeCounty(viewer) || !hasRole(viewer, 'INSPECTOR')) return true;
  const rows: { firmTown: string | null; assigned: boolean }[] = await manager.query(REACH, [creditCode, sub]);
  return isInReach(town, rows[0] ?? { firmTown: null, assigned: false });
}
