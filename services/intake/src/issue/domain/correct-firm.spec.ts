import { describe, expect, it } from '@jest/globals';
import { anIssue, creditCodeOf } from '../../../test/builders.ts';
import { refusalOf } from '../../../test/refusal.ts';
import { correctFirm, type Correction } from './correct-firm.ts';
import { issueStatuses } from './issue.ts';

const now = new Date('2020-02-14T02:00:00.000Z');
const [wrong, right] = [1, 2].map((n) => ({ creditCode: creditCodeOf(n), townCode: `33022611${n}` })) as [Firm, Firm];
const issue = anIssue({
  firmCreditCode: wrong.creditCode,
  firmName: '宁海一号五金厂',
  townCode: wrong.townCode,
  domain: 'MATERIALS',
});
const aCorrection = (what: Partial<Correction> = {}): Correction => ({
  creditCode: right.creditCode,
  firm: right,
  said: { firmName: null, townCode: null },
  merged: 0,
  by: 'analyst-1',
  ...what,
});
const about = { issueId: issue.id, number: issue.number, domain: 'MATERIALS' };
const event = (type: string, data: object) => ({
  type,
  aggregateType: 'issue',
  aggregateId: issue.id,
  department: 'materials',
  data: { ...about, ...data },
});
const nobodys = (townCode: string | null) =>
  event('intake.issue.unmatched.v1', {
    firmCreditCode: wrong.creditCode,
    townCode,
    unmatchedBy: 'analyst-1',
    unmatchedAt: now.toISOString(),
  });

describe('a wrong match', () => {
  it('is set right: the issue is of the other firm and its town, and keeps nothing of the wrong one', () => {
    expect(correctFirm(issue, aCorrection(), now)).toEqual({
      state: { ...issue, firmCreditCode: right.creditCode, firmName: null, townCode: right.townCode },
      events: [
        nobodys(null),
        event('intake.issue.matched.v1', {
          firmCreditCode: right.creditCode,
          townCode: right.townCode,
          matchedBy: 'analyst-1',
          matchedAt: now.toISOString(),
        }),
      ],
    });
  });

  it('may leave an issue that nobody knows whose it is: it keeps what was said', () => {
    const said = { firmName: '老一厂', townCode: '330226201' };
    expect(correctFirm(issue, aCorrection({ creditCode: null, firm: null, said }), now)).toEqual({
      state: { ...issue, ...said, firmCreditCode: null },
      events: [nobodys('330226201')],
    });
  });

  it('is set right in whatever status the issue is, unless it is merged: that is named', () => {
    const outcomes = issueStatuses.map((status) => {
      const refusal = () => refusalOf(() => correctFirm({ ...issue, status }, aCorrection(), now));
      return status === 'MERGED' ? refusal() : correctFirm({ ...issue, status }, aCorrection(), now).state.status;
    });
    expect(outcomes).toEqual(
      issueStatuses.map((status) =>
        status === 'MERGED'
          ? {
              code: 'ISSUE_STATUS_FORBIDS_MOVE',
              field: null,
              message: '问题 20200214-0042 处于 MERGED 状态,不能执行 correctFirm',
            }
          : status,
      ),
    );
  });

  it('that is set right already changes nothing', () => {
    const matched = anIssue({ firmCreditCode: right.creditCode });
    expect(correctFirm(matched, aCorrection({ merged: 1 }), now)).toEqual({ state: matched, events: [] });
  });

  it('is not set right where others were merged into the issue, where there was no match, nor to a firm that is not in the register', () => {
    const codes = [
      () => correctFirm(issue, aCorrection({ merged: 2 }), now),
      () => correctFirm({ ...issue, firmCreditCode: null }, aCorrection(), now),
      () => correctFirm(issue, aCorrection({ firm: null }), now),
    ].map((act) => refusalOf(act));
    expect(codes).toMatchObject([
      { code: 'ISSUE_HAS_MERGED', message: '问题 20200214-0042 已有 2 个问题并入,须先撤销合并' },
      { code: 'ISSUE_HAS_NO_FIRM', message: '问题 20200214-0042 尚未匹配企业,没有可更正的归属' },
      { code: 'ISSUE_FIRM_UNKNOWN', field: 'creditCode' },
    ]);
  });
});

interface Firm {
  readonly creditCode: string;
  readonly townCode: string;
}
