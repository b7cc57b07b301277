import type { Appeal } from './appeal.ts';

const outcomes = {
  LODGED: '申诉已受理,待决定。',
  UPHELD: '申诉成立,该次抽查结果作废。',
  DISMISSED: '申诉不成立,维持该次抽查结果。',
} as const;

/** 申诉决定书 as it is printed. */
export function officialForm(appeal: Appeal, performedAt: Date) {
  const { status, grounds, reason, decidedAt, decidedByName, issuedAt, number, creditCode } = appeal;
  return {
    title: status === 'LODGED' ? '申诉受理通知书' : '申诉决定书',
    number,
    addressee: creditCode,
    sentences: [
      ['你单位于 ', issuedAt, ' 对 ', performedAt, ' 的抽查结果提出申诉。'],
      [`申诉理由:${grounds}`],
      [outcomes[status]],
      [reason === null ? '' : `决定理由:${reason}`],
    ],
    table: null,
    signature: ['决定人:', decidedByName ?? '________________'],
    issuedAt: decidedAt ?? issuedAt,
  };
}
