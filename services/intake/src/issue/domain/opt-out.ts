import type { Announcement } from '@qifutong/contracts/define-event';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, type Issue } from './issue.ts';

/** Keeps batches (批量化解) away from the issue, or lets them at it again. */
export function optOut(issue: Issue, { optedOut }: { optedOut: boolean }): Decision<Issue, Announcement> {
  assertMove(issue, 'optOut');
  return { state: { ...issue, optedOut, tookOptOut: false }, events: [] };
}
