import type { Announcement } from '@qifutong/contracts/define-event';
import { issueMerged } from '@qifutong/contracts/intake/issue-merged';
import { issueUnlinked } from '@qifutong/contracts/intake/issue-unlinked';
import type { Decision } from '@qifutong/kernel/decision';
import { assertMove, inStatus, isOpen, withHandler, type Issue } from './issue.ts';
import { reject } from './rejections.ts';

interface Merge {
  readonly into: Issue;
  /** the analyst says that two names mean one firm */
  readonly sameFirm: boolean;
  readonly by: string;
}

/** One problem of one firm that was registered twice: the issue ends in the one that lives on, and leaves its common issue. */
export function merge(issue: Issue, { into, sameFirm, by }: Merge, now: Date): Decision<Issue, Announcement> {
  assertMove(issue, 'merge');
  assertTarget(issue, into);
  assertSameFirm(issue, into, sameFirm);
  const { id: issueId, number, round, domain, commonIssueId } = issue;
  const about = { issueId, number, round, domain };
  const at = now.toISOString();
  const left = commonIssueId === null ? [] : [issueUnlinked({ ...about, commonIssueId, unlinkedAt: at })];
  const state: Issue = {
    ...inStatus('MERGED', issue),
    formerStatus: issue.status,
    mergedInto: into.id,
    commonIssueId: null,
    callbackDueAt: null,
    callAgainAt: null,
    handledBy: withHandler(issue, by),
  };
  return { state, events: [...left, issueMerged({ ...about, intoIssueId: into.id, mergedAt: at })] };
}

function assertTarget(issue: Issue, into: Issue): void {
  const field = 'intoIssueId';
  if (into.id === issue.id) throw reject('ISSUE_MERGED_INTO_ITSELF', { field, number: issue.number });
  if (!isOpen(into)) throw reject('ISSUE_MERGE_TARGET_CLOSED', { field, number: into.number, status: into.status });
}

function assertSameFirm(issue: Issue, into: Issue, sameFirm: boolean): void {
  const known = [issue, into].map(({ firmCreditCode }) => firmCreditCode);
  if (known.every((code) => code !== null)) {
    if (known[0] !== known[1]) throw reject('ISSUE_OF_OTHER_FIRM', { field: 'intoIssueId', number: into.number });
    return;
  }
  // a firm must find its own problem again in the issue that lives on
  if (into.firmCreditCode === null && issue.firmCreditCode !== null)
    throw reject('ISSUE_FIRM_UNMATCHED', { field: 'intoIssueId', number: into.number });
  if (!sameFirm && namesDiffer(issue.firmName, into.firmName))
    throw reject('ISSUE_NAMES_DIFFER', { field: 'sameFirm' });
}

function namesDiffer(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && plain(one) !== plain(other);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
