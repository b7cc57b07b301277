import { describe, expect, it } from '@jest/globals';
import { anIssue, creditCodeOf } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { issueStatuses } from './issue.ts';
import { matchFirm } from './match-firm.ts';

const now = new Date('2020-02-14T02:00:00.000Z');
const firm = { creditCode: creditCodeOf(2), townCode: '330226111' };
const unmatched = anIssue({ firmCreditCode: null, firmName: '听错的名字', townCode: null, domain: 'MATERIALS' });

describe('matching an issue with its firm', () => {
  it('says whose it is and where, keeps the name as heard, and announces it', () => {
    expect(matchFirm(unmatched, { firm, by: 'operator-1' }, now)).toEqual({
      state: { ...unmatched, firmCreditCode: creditCodeOf(2), townCode: '330226111' },
      events: [
        {
          type: 'intake.issue.matched.v1',
          aggregateType: 'issue',
          aggregateId: unmatched.id,
          department: 'materials',
          data: {
            issueId: unmatched.id,
            number: unmatched.number,
            domain: 'MATERIALS',
            firmCreditCode: creditCodeOf(2),
            townCode: '330226111',
            matchedBy: 'operator-1',
            matchedAt: now.toISOString(),
          },
        },
      ],
    });
  });

  it('keeps the town that was said', () => {
    expect(matchFirm({ ...unmatched, townCode: '330226201' }, { firm, by: null }, now).state.townCode).toBe(
      '330226201',
    );
  });

  it.each(issueStatuses.filter((status) => status !== 'MERGED'))('is for an issue that is %s too', (status) => {
    expect(matchFirm({ ...unmatched, status }, { firm, by: null }, now).state.status).toBe(status);
  });

  it('is refused while the issue is merged, whatever is said: it is un-merged first', () => {
    for (const firmCreditCode of [null, firm.creditCode])
      expect(
        refusalOf(() => matchFirm({ ...unmatched, firmCreditCode, status: 'MERGED' }, { firm, by: null }, now)),
      ).toEqual({
        code: 'ISSUE_STATUS_FORBIDS_MOVE',
        field: null,
        message: '问题 20200214-0042 处于 MERGED 状态,不能执行 matchFirm',
      });
  });

  it('changes nothing when it is said again', () => {
    const issue = anIssue({ firmCreditCode: creditCodeOf(2) });
    expect(matchFirm(issue, { firm, by: 'operator-1' }, now)).toEqual({ state: issue, events: [] });
  });

  it('is refused where the issue is of another firm, and for a firm that is not in the register', () => {
    const message = 'creditCode: 问题 20200214-0042 已归属其他企业';
    expect(refusalOf(() => matchFirm(anIssue(), { firm, by: null }, now))).toEqual({
      code: 'ISSUE_FIRM_MATCHED',
      field: 'creditCode',
      message,
    });
    expect(refusalOf(() => matchFirm(unmatched, { firm: null, by: null }, now))).toEqual({
      code: 'ISSUE_FIRM_UNKNOWN',
      field: 'creditCode',
      message: 'creditCode: 登记册中没有这个企业',
    });
  });
});
