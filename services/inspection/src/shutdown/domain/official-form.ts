import type { ShutdownOrder } from './shutdown-order.ts';

const remarks = {
  DRAFTED: '本通知书为拟稿,签发后生效。',
  IN_FORCE: '自签发之时起停工停产,经复工验收合格后方可复工。',
  REFUSED: '停工停产通知书不予签发,另行约谈。',
  LIFTED: '复工验收合格,停工停产已解除。',
  WITHDRAWN: '本文书已撤回。',
} as const;

function heard({ defence, defenceWaived, defenceDueAt, status, signedAt }: ShutdownOrder): readonly (string | Date)[] {
  if (defenceWaived) return ['你单位放弃陈述申辩。'];
  if (defence !== null) return [`你单位陈述申辩:${defence}`];
  if (signedAt !== null) return ['你单位至 ', defenceDueAt, ' 未陈述申辩。'];
  return status === 'DRAFTED' ? ['你单位有权在 ', defenceDueAt, ' 前陈述申辩。'] : [''];
}

function takenDown({ hearing, hearingAt }: ShutdownOrder): string {
  if (hearingAt === null) return '';
  return hearing === null ? '工作人员记录:你单位表示不作陈述申辩。' : `工作人员听取并记录的陈述申辩:${hearing}`;
}

/** Who decided, and when: the commander who refused to sign is as much on it as the one who signed. */
function decided({ refusedAt, refusedByName, signedAt, signedByName, issuedAt }: ShutdownOrder) {
  const blank = '________________';
  if (refusedAt !== null) return { signature: ['指挥长:', refusedByName ?? blank], issuedAt: refusedAt };
  return { signature: ['指挥长签发:', signedByName ?? blank], issuedAt: signedAt ?? issuedAt };
}

function titleOf({ status, refusedAt }: ShutdownOrder): string {
  if (refusedAt !== null) return '不予签发决定';
  return status === 'DRAFTED' ? '停工停产通知书(拟稿)' : '停工停产通知书';
}

/** 停工停产通知书 as it is printed; 不予签发决定 once it was refused. */
export function officialForm(order: ShutdownOrder) {
  const { legalBasis, refusalReason, status } = order;
  return {
    title: titleOf(order),
    number: order.number,
    addressee: order.creditCode,
    sentences: [
      ['经 ', order.causedAt, ' 现场抽查,你单位约谈后仍整改不到位。'],
      heard(order),
      [takenDown(order)],
      [legalBasis === null ? '' : `依据:${legalBasis}`],
      [refusalReason === null ? '' : `不予签发的理由:${refusalReason}`],
      [remarks[status]],
    ],
    table: null,
    ...decided(order),
  };
}
