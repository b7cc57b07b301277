import type { ShutdownOrder } from './shutdown-order.ts';

const remarks = {
  DRAFTED: '本通知书为拟稿,签发后生效。',
  IN_FORCE: '自签发之时起停工停产,经复工验收合格后方可复工。',
  REFUSED: '本通知书未予签发,另行约谈。',
  LIFTED: '复工验收合格,停工停产已解除。',
  WITHDRAWN: '本通知书已撤回。',
} as const;

function heard({ defence, defenceWaived, defenceDueAt, status, signedAt }: ShutdownOrder): readonly (string | Date)[] {
  if (defenceWaived) return ['你单位放弃陈述申辩。'];
  if (defence !== null) return [`你单位陈述申辩:${defence}`];
  if (signedAt !== null) return ['你单位至 ', defenceDueAt, ' 未陈述申辩。'];
  return status === 'DRAFTED' ? ['你单位有权在 ', defenceDueAt, ' 前陈述申辩。'] : [''];
}

/** 停工停产通知书 as it is printed. */
export function officialForm(order: ShutdownOrder) {
  const { legalBasis, refusalReason, signedByName, status, signedAt, issuedAt } = order;
  return {
    title: status === 'DRAFTED' ? '停工停产通知书(拟稿)' : '停工停产通知书',
    number: order.number,
    addressee: order.creditCode,
    sentences: [
      ['经 ', order.causedAt, ' 现场抽查,你单位约谈后仍整改不到位。'],
      heard(order),
      [legalBasis === null ? '' : `依据:${legalBasis}`],
      [refusalReason === null ? '' : `不予签发的理由:${refusalReason}`],
      [remarks[status]],
    ],
    table: null,
    signature: ['指挥长签发:', signedByName ?? '________________'],
    issuedAt: signedAt ?? issuedAt,
  };
}
