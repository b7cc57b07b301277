import type { Asker } from '@qifutong/testkit/boot';
import type { IssueSeen, Said, TestIntake } from './intake.ts';
import { analyst, commander, operator } from './people.ts';

/** What these specs look at of an issue. */
export interface Followed extends IssueSeen {
  readonly answer: string | null;
  readonly rejectionReason: string | null;
  readonly statusReason: string | null;
  readonly statusNote: string | null;
  readonly optedOut: boolean;
  readonly unreached: boolean;
  readonly attempts: number;
  readonly lastAttemptAt: string | null;
  readonly callbackDueAt: string | null;
  readonly callAgainAt: string | null;
  readonly taskForce: { readonly code: string } | null;
  readonly mergedInto: { readonly id: string } | null;
  readonly mergedFrom: readonly { readonly id: string }[];
  readonly reports: readonly { readonly id: string }[];
  readonly moves: readonly Readonly<Record<string, unknown>>[];
}

const FIELDS = `id number status round domain answer rejectionReason statusReason statusNote optedOut unreached attempts lastAttemptAt callbackDueAt callbackPolicyVersion
  callAgainAt taskForce { code } mergedInto { id } mergedFrom { id } reports { id } callbacks { outcome round }
  moves { from to fromTaskForce { code } toTaskForce { code } at bookedOn reason }`;

/** Everything that is decided of an issue beside triage and dispatch, by whoever may. */
export function deciding(intake: TestIntake) {
  const decide = async (
    mutation: string,
    input: object,
    asker: Asker,
  ): Promise<Said<{ id: string; status: string; round: number }>> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { said: ${mutation}(input: $input) {
      ... on Issue { id status round } ... on IssueRejection { code field message } } }`;
    return (await intake.get<{ said: Said<{ id: string; status: string; round: number }> }>(query, { input }, asker))
      .said;
  };
  return {
    decide,
    answer: (issueId: string, what: object = {}, asker = operator) =>
      decide('answerIssue', { issueId, answer: '凭复工备案即可', ...what }, asker),
    reject: (issueId: string, what: object = {}) =>
      decide('rejectIssue', { issueId, reason: 'NOT_A_PROBLEM', ...what }, analyst),
    reopen: (issueId: string, reason = '企业来电') => decide('reopenIssue', { issueId, reason }, analyst),
    merge: (issueId: string, intoIssueId: string, what: object = {}) =>
      decide('mergeIssue', { issueId, intoIssueId, ...what }, analyst),
    unmerge: (issueId: string, reason = '不是同一件事') => decide('unmergeIssue', { issueId, reason }, analyst),
    writeOff: (issueId: string, asker = commander) =>
      decide('writeOffUnreached', { issueId, reason: '电话停机' }, asker),
    follow: async (id: string): Promise<Followed> =>
      (await intake.get<{ issue: Followed }>(`query ($id: ID!) { issue(id: $id) { ${FIELDS} } }`, { id }, analyst))
        .issue,
  };
}
