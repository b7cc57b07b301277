import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

/**
 * 复核: somebody looked at the newer version of the guidance and lets the issue stand as it was solved. In whatever state it is: a new
 * version flags also what was written off since.
 * @throws ISSUE_NOT_TO_BE_REVIEWED
 */
export function completeReview(issue: Issue, { by }: { readonly by: string }): Decision<Issue, Announcement> {
  if (!issue.reviewDue) throw reject('ISSUE_NOT_TO_BE_REVIEWED', { number: issue.number });
  return { state: { ...issue, reviewDue: false, handledBy: withHandler(issue, by) }, events: [] };
}
