import type { Acceptance } from './acceptance.ts';

const outcomes = {
  OPEN: '验收申请已受理,待现场检查。',
  APPROVED: '经现场检查,各项要求全部达标,验收合格,同意复工。',
  REFUSED: '验收不合格,暂不同意复工。',
  WITHDRAWN: '停工停产已不成立,本申请撤回。',
  LAPSED: '所依据的现场检查经申诉撤销,验收意见失效,须重新申请验收。',
} as const;

/** 复工验收单 as it is printed. */
export function officialForm(acceptance: Acceptance) {
  const { kind, status, reason, decidedAt, decidedByName, issuedAt, number, creditCode } = acceptance;
  return {
    title: '复工验收意见书',
    number,
    addressee: creditCode,
    sentences: [
      ['你单位于 ', issuedAt, kind === 'FIRST' ? ' 申请首次复工验收。' : ' 申请解除停工停产的复工验收。'],
      [outcomes[status]],
      [reason === null ? '' : `意见:${reason}`],
    ],
    table: null,
    signature: ['验收人:', decidedByName ?? '________________'],
    issuedAt: decidedAt ?? issuedAt,
  };
}
