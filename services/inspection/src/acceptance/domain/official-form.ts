import type { Acceptance } from './acceptance.ts';

const outcomes = {
  OPEN: '验收申请已受理,待现场检查。',
  APPROVED: '经现场检查,各项要求全部达标,验收合格,同意复工。',
  REFUSED: '验收不合格,暂不同意复工。',
  WITHDRAWN: '停工停产已不成立,本申请撤回。',
  LAPSED: '所依据的现场检查经申诉撤销,验收意见失效,须重新申请验收。',
} as const;

/** What was found on site stands when the order that it lifted is withdrawn; there is no resumption to consent to any more. */
function outcomeOf({ status }: Acceptance, orderWithdrawnAt: Date | null): readonly (string | Date)[] {
  if (status !== 'APPROVED' || orderWithdrawnAt === null) return [outcomes[status]];
  return ['经现场检查,各项要求全部达标,验收合格。原停工停产通知书已于 ', orderWithdrawnAt, ' 撤回,无须解除。'];
}

/**
 * 复工验收单 as it is printed.
 * @param orderWithdrawnAt when the shutdown order that it is to lift was withdrawn; null while it was not
 */
export function officialForm(acceptance: Acceptance, orderWithdrawnAt: Date | null) {
  const { kind, reason, decidedAt, decidedByName, issuedAt, number, creditCode } = acceptance;
  return {
    title: '复工验收意见书',
    number,
    addressee: creditCode,
    sentences: [
      ['你单位于 ', issuedAt, kind === 'FIRST' ? ' 申请首次复工验收。' : ' 申请解除停工停产的复工验收。'],
      outcomeOf(acceptance, orderWithdrawnAt),
      [reason === null ? '' : `意见:${reason}`],
    ],
    table: null,
    signature: ['验收人:', decidedByName ?? '________________'],
    issuedAt: decidedAt ?? issuedAt,
  };
}
