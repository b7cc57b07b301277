import type { Reason } from './reasons.ts';

/** Why a revert leaves an issue alone; null where its present solution is the batch's. */
export function whyKept(issue: { status: string; batchId: string | null }, batchId: string): Reason | null {
  if (issue.status === 'SOLVED' && issue.batchId === batchId) return null;
  if (issue.status === 'WRITTEN_OFF') return 'WRITTEN_OFF';
  if (issue.status === 'MERGED') return 'MERGED';
  return issue.status === 'SOLVED' || issue.status === 'ANSWERED' ? 'OTHER_SOLUTION' : 'CALLED_BACK';
}
