import { describe, expect, it } from '@jest/globals';
import { anIssue, creditCodeOf } from '../../../test/builders.ts';
import { anotherIssue } from '../../../test/life-builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { issueStatuses, type Issue } from './issue.ts';
import { merge } from './merge.ts';

const now = new Date('2020-02-14T03:00:00.000Z');
const commonIssueId = '01900000-0000-7000-8000-0000000000d1';
const into = anotherIssue();
const analyst = { into, sameFirm: false, by: 'analyst-1' };

describe('an issue that is merged into another', () => {
  it('ends in the one that lives on, and says what it was', () => {
    const at = new Date('2020-02-14T02:30:00.000Z');
    const issue = anIssue({
      status: 'SOLVED',
      domain: 'PASSAGE',
      solvedAt: at,
      callbackDueAt: at,
      callAgainAt: at,
      taskForce: 'PASSAGE',
    });
    expect(merge(issue, analyst, now)).toEqual({
      state: {
        ...issue,
        status: 'MERGED',
        formerStatus: 'SOLVED',
        mergedInto: into.id,
        callbackDueAt: null,
        callAgainAt: null,
        handledBy: ['operator-1', 'analyst-1'],
      },
      events: [
        {
          type: 'intake.issue.merged.v1',
          aggregateType: 'issue',
          aggregateId: issue.id,
          department: 'passage',
          data: {
            issueId: issue.id,
            number: '20200214-0042',
            round: 1,
            domain: 'PASSAGE',
            intoIssueId: into.id,
            mergedAt: '2020-02-14T03:00:00.000Z',
          },
        },
      ],
    });
  });

  it('leaves its common issue, and both are told', () => {
    const { state, events } = merge(anIssue({ commonIssueId }), analyst, now);
    expect(state.commonIssueId).toBeNull();
    expect(events.map(({ type, data }) => [type, data['commonIssueId'] ?? data['intoIssueId']])).toEqual([
      ['intake.issue.unlinked.v1', commonIssueId],
      ['intake.issue.merged.v1', into.id],
    ]);
  });
});

const refusal = (issue: Partial<Issue>, other: Partial<Issue>, sameFirm = false) =>
  refusalOf(() => merge(anIssue(issue), { into: anotherIssue(other), sameFirm, by: 'analyst-1' }, now));
const unknown = (firmName: string | null) => ({ firmCreditCode: null, firmName });

describe('a merging is refused', () => {
  it('into itself', () => {
    expect(refusal({}, { id: anIssue().id })).toEqual({
      code: 'ISSUE_MERGED_INTO_ITSELF',
      field: 'intoIssueId',
      message: 'intoIssueId: 问题 20200214-0042 不能并入自身',
    });
  });

  it.each(['REJECTED', 'WRITTEN_OFF', 'MERGED'] as const)('into a %s issue', (status) => {
    expect(refusal({}, { status })).toEqual({
      code: 'ISSUE_MERGE_TARGET_CLOSED',
      field: 'intoIssueId',
      message: `intoIssueId: 问题 20200214-0043 处于 ${status} 状态,不能再并入其他问题`,
    });
  });

  it('of an issue of another firm, whatever the analyst says', () => {
    expect(refusal({}, { firmCreditCode: creditCodeOf(2) }, true).code).toBe('ISSUE_OF_OTHER_FIRM');
  });

  it('of a matched one into one whose firm nobody knows: the firm would not find it again', () => {
    expect(refusal({}, unknown('宁海一号模具厂'), true).code).toBe('ISSUE_FIRM_UNMATCHED');
  });

  it.each([
    ['both unmatched', unknown('长砾五金'), unknown('长利五金')],
    ['only one matched', unknown('长砾五金'), {}],
  ])('of two names, %s, unless the analyst says that they mean one firm', (_, issue, other) => {
    expect(refusal(issue, other)).toMatchObject({ code: 'ISSUE_NAMES_DIFFER', field: 'sameFirm' });
    const { state } = merge(anIssue(issue), { into: anotherIssue(other), sameFirm: true, by: 'analyst-1' }, now);
    expect(state.status).toBe('MERGED');
  });
});

describe('a merging goes', () => {
  it.each(issueStatuses.filter((status) => !['REJECTED', 'WRITTEN_OFF', 'MERGED'].includes(status)))(
    'into a %s issue',
    (status) => {
      expect(merge(anIssue(), { ...analyst, into: anotherIssue({ status }) }, now).state.mergedInto).toBe(into.id);
    },
  );

  it.each([
    ['the same name as heard, but for blanks and width', unknown('长砾 五金(宁海)'), unknown('长砾五金(宁海)')],
    ['one name not said', unknown(null), unknown('长砾五金')],
    ['no name said at all', unknown(null), unknown(null)],
    ['a name that is that of the firm', unknown('宁海一号模具厂'), {}],
  ])('with %s', (_, issue, other) => {
    const { state } = merge(anIssue(issue), { ...analyst, into: anotherIssue(other) }, now);
    expect(state.status).toBe('MERGED');
  });
});
