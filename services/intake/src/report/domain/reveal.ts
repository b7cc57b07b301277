import { reject } from './rejections.ts';
import type { Reporter, Showing, ShowingRefusal } from './reporter.ts';

const LEAST_REASON = 4;
const CENTRE = ['OPERATOR', 'ANALYST'];
const TASK_FORCE = ['TASKFORCE_LEAD', 'TASKFORCE_MEMBER'];
/** the states in which a task force has the task: from dispatch to the end of the round */
const IN_HAND = ['DISPATCHED', 'IN_PROGRESS', 'SOLVED'];

/** Who asks to be shown a reporter, and why. */
export interface Wish {
  readonly id: string;
  readonly by: Pick<Showing, 'sub' | 'name' | 'roles' | 'taskForce'>;
  readonly reason: string;
  readonly correlationId: string;
}

interface Case {
  readonly issue: { readonly id: string; readonly status: string; readonly taskForce: string | null };
  readonly reporter: Reporter;
}

/**
 * Decides whether a reporter is shown. Who is not entitled is recorded as well, with the refusal.
 * @throws REPORTER_REASON_TOO_SHORT, REPORTER_PSEUDONYMISED, REPORTER_NOT_GIVEN: nothing to record
 */
export function reveal(met: Case, { id, by, reason, correlationId }: Wish, now: Date): Showing {
  const { issue, reporter } = met;
  if ([...reason].length < LEAST_REASON)
    throw reject('REPORTER_REASON_TOO_SHORT', { field: 'reason', least: LEAST_REASON });
  const refusedAs = refusalOf(met, by);
  if (refusedAs === null) assertThere(reporter);
  const { sub, name, roles, taskForce } = by;
  const who = { sub, name, roles, taskForce };
  return { id, reportId: reporter.reportId, issueId: issue.id, ...who, reason, refusedAs, correlationId, askedAt: now };
}

function assertThere({ sealed, pseudonymisedAt }: Reporter): void {
  if (pseudonymisedAt !== null) throw reject('REPORTER_PSEUDONYMISED', { field: 'reportId' });
  if (sealed === null) throw reject('REPORTER_NOT_GIVEN', { field: 'reportId' });
}

function refusalOf({ issue, reporter }: Case, { roles, taskForce }: Wish['by']): ShowingRefusal | null {
  if (roles.some((role) => CENTRE.includes(role))) return null;
  const has = roles.some((role) => TASK_FORCE.includes(role)) && taskForce !== null && taskForce === issue.taskForce;
  if (!has || !IN_HAND.includes(issue.status)) return 'REPORTER_OF_OTHER_TASK_FORCE';
  return reporter.confidential ? 'REPORTER_CONFIDENTIAL' : null;
}
